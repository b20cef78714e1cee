package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.intake.Batch;

/**
 * A batch before it is tried, with its earlier failures.
 *
 * @param failures the number of earlier attempts
 * @param lockWaits how many of them waited for a lock until the server gave up
 * @param apart whether the last one found the other lanes not yet at the same statement
 */
record BatchAttempt(Batch batch, int failures, int lockWaits, boolean apart) {
    /** After this many lock waits the events that want the lock are split from the others. */
    private static final int LOCK_WAITS_TOGETHER = 2;

    static BatchAttempt first(Batch batch) {
        return new BatchAttempt(batch, 0, 0, false);
    }

    /** The same batch after one more failure. */
    BatchAttempt failedWith(ErrorCode code) {
        return new BatchAttempt(
                batch,
                failures + 1,
                lockWaits + (code == ErrorCode.TARGET_LOCKED ? 1 : 0),
                code == ErrorCode.LANES_APART);
    }

    /** The events from an offset on, once those before it are applied. */
    BatchAttempt from(long offset) {
        return new BatchAttempt(batch.from(offset), failures + 1, lockWaits, apart);
    }

    boolean isRepeated() {
        return failures > 0;
    }

    /** Whether an event that waits in vain for a lock fails alone and becomes a dead letter, so that the others can go on. */
    boolean lockedFailAlone() {
        return lockWaits >= LOCK_WAITS_TOGETHER;
    }
}
