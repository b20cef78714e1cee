package io.dataflowsync.bench.scenario;

/** Is thrown when a run is not valid: something did not arrive, or arrived with wrong values. */
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BenchFailure(String text) {
        super(text);
    }

    public BenchFailure(String text, Throwable cause) {
        super(text, cause);
    }
}
