package io.dataflowsync.monitor.log;

/** The log could not be read; the state has the reason. */
public final class LogUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient LogState state;

    LogUnavailableException(LogState state, Throwable cause) {
        super(state.reason(), cause);
        this.state = state;
    }

    public LogState state() {
        return state;
    }
}
