package io.dataflowsync.monitor.feed;

/**
 * Events per second.
 *
 * @param applied events applied on the target, including replayed dead letters
 * @param done events processed with any result: a replay moves an event from dead to applied, and does not change this rate
 */
public record Rates(
        double snapshot, double insert, double update, double delete, double other, double applied, double done) {
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0);

    public double captured() {
        return snapshot + insert + update + delete + other;
    }

    /** The rate at which the queue gets shorter; negative if it gets longer. */
    double draining() {
        return done - captured();
    }
}
