package io.dataflowsync.bench.course;

/** A way of timing something. */
public interface Course {

    /** Runs the code untimed, so that it is fast when it is timed later. */
    void warmUp();

    /** @param number the number of the round, from 1 */
    void round(int number);
}
