package io.dataflowsync.monitor.feed;

/** Events per second, by what the source did, and by what became of them. */
public record Rates(
        double snapshot,
        double insert,
        double update,
        double delete,
        double other,
        double applied,
        double dead,
        double skipped) {
    public static final Rates NONE = new Rates(0, 0, 0, 0, 0, 0, 0, 0);

    public double captured() {
        return snapshot + insert + update + delete + other;
    }

    /** How fast the queue gets shorter; negative where it gets longer. */
    double draining() {
        return applied + dead + skipped - captured();
    }
}
