package io.dataflowsync.bench.course;

/** A way to time something. */
public interface Course {

    /** Makes what is timed later fast, untimed. */
    void warmUp();

    /** @param number from 1 */
    void round(int number);
}
