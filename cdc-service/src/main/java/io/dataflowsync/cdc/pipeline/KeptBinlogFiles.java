package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.CaptureSink;
import io.dataflowsync.cdc.capture.InFlightBytes;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.position.BinlogFiles;
import io.dataflowsync.cdc.capture.position.SourceBinlog;
import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.record.CapturedBatch;
import io.dataflowsync.cdc.log.BinlogFileLog;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.event.BinlogFile;
import java.util.Optional;

/**
 * Keeps in the log the files of the source's binlog that were read, before their events go on to the next sink.
 *
 * <p>A later start recognises by them whether the source's binlog is the one that was read before.
 */
public final class KeptBinlogFiles implements CaptureSink {
    private final BinlogFiles files = new BinlogFiles();
    private final SourceBinlog source;
    private final BinlogFileLog log;
    private final RetryUntilAvailable retry;
    private final CaptureSink next;

    public KeptBinlogFiles(SourceBinlog source, BinlogFileLog log, RetryUntilAvailable retry, CaptureSink next) {
        this.source = source;
        this.log = log;
        this.retry = retry;
        this.next = next;
    }

    /** The files that are known. */
    public BinlogFiles files() {
        return files;
    }

    /**
     * Compares the source's binlog with the files that are known, for a snapshot too, and finds the offset to read on from.
     *
     * @throws CannotGoOnException if its binlog is not the one that was read before
     */
    @Override
    public Optional<SourceOffset> begin() throws InterruptedException {
        files.restore(retry.untilDone(Peer.LOG, "read the binlog files that are known", log::all));
        retry.runUntilDone(Peer.SOURCE, "look at the source's binlog", () -> files.look(source));
        keep();
        return next.begin();
    }

    @Override
    public void take(CapturedBatch batch) throws InterruptedException {
        keep();
        next.take(batch);
    }

    @Override
    public InFlightBytes inFlight() {
        return next.inFlight();
    }

    private void keep() throws InterruptedException {
        for (BinlogFile file : files.fresh()) {
            retry.runUntilDone(Peer.LOG, "note a binlog file", () -> log.keep(file));
        }
    }
}
