package io.dataflowsync.bench.scenario;

/** A run that says nothing: something did not come, or came wrong. */
public final class BenchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BenchFailure(String text) {
        super(text);
    }

    public BenchFailure(String text, Throwable cause) {
        super(text, cause);
    }
}
