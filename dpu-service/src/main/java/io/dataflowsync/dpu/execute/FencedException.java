package io.dataflowsync.dpu.execute;

/** Reports that another owner has claimed the lane: this owner must not write to it again. */
public final class FencedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public FencedException(int lane, long epoch) {
        super("lane " + lane + " has another owner by now, so epoch " + epoch + " may not commit");
    }
}
