package io.dataflowsync.contract.event;

/**
 * How large a transaction of the source may be to go as a whole, from the binlog to the target; a larger one goes in parts.
 *
 * @param mostChanges of rows
 * @param mostBytes as {@link #memory} counts them
 */
public record TransactionLimit(int mostChanges, long mostBytes) {
    private static final int MOST_CHANGES = 100_000;

    /** Several lanes may have such transactions at once, in objects of about twice their size. */
    private static final int SHARE_OF_HEAP = 32;

    private static final int BESIDE = 512;

    /** What this process has memory for: 100,000 changes in a 32nd of its heap. */
    public static TransactionLimit ofHeap() {
        return new TransactionLimit(MOST_CHANGES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * About what an event takes.
     *
     * @param json the length of its JSON, in bytes
     */
    public static long memory(int json) {
        return (long) json + BESIDE;
    }

    /** Whether a transaction of which so much is there already, and more to come, goes in parts. */
    public boolean isReached(int changes, long bytes) {
        return changes >= mostChanges || bytes >= mostBytes;
    }
}
