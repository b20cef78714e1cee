package io.dataflowsync.sandbox.engine;

/** Is thrown when a server could not be unpacked, prepared or started; the text has the last lines of its log. */
public final class EngineFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public EngineFailure(String text) {
        super(text);
    }

    public EngineFailure(String text, Throwable cause) {
        super(text, cause);
    }
}
