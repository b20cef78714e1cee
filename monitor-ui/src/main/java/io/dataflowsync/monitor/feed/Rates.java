package io.dataflowsync.monitor.feed;

/**
 * Events per second.
 *
 * @param applied on the target, dead letters that were replayed included
 * @param done taken in, whatever became of them: a replay moves an event from dead to applied and changes nothing here
 */
public record Rates(
        double snapshot, double insert, double update, double delete, double other, double applied, double done) {
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0);

    public double captured() {
        return snapshot + insert + update + delete + other;
    }

    /** How fast the queue gets shorter; negative where it gets longer. */
    double draining() {
        return done - captured();
    }
}
