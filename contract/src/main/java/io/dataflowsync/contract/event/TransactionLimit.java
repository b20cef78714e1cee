package io.dataflowsync.contract.event;

/**
 * Limits the size of a transaction that goes from the binlog to the target as a whole; a larger one is split.
 *
 * @param mostChanges the largest number of row changes
 * @param mostBytes the most memory, as {@link #memory} counts it
 */
public record TransactionLimit(int mostChanges, long mostBytes) {
    private static final int MOST_CHANGES = 100_000;

    /** Several lanes may have such transactions at once, in objects of about twice their size. */
    private static final int SHARE_OF_HEAP = 32;

    private static final int OVERHEAD = 512;

    /** Returns the limit for this process: 100,000 changes, and a 32nd of its heap. */
    public static TransactionLimit ofHeap() {
        return new TransactionLimit(MOST_CHANGES, Runtime.getRuntime().maxMemory() / SHARE_OF_HEAP);
    }

    /**
     * Estimates the memory of an event, in bytes.
     *
     * @param json the length of its JSON, in bytes
     */
    public static long memory(int json) {
        return (long) json + OVERHEAD;
    }

    /** Returns whether a transaction of this size must be split before more of its changes are added. */
    public boolean isReached(int changes, long bytes) {
        return changes >= mostChanges || bytes >= mostBytes;
    }
}
