package io.dataflowsync.sandbox.launch;

/** A service did not become ready, or ended unasked; the text has its last lines. */
public final class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LaunchFailure(String text) {
        super(text);
    }
}
