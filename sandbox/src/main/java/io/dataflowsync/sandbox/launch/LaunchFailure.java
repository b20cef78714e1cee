package io.dataflowsync.sandbox.launch;

/** Is thrown when a service did not become ready, or ended by itself; the text has the last lines of its log. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LaunchFailure(String text) {
        super(text);
    }
}
