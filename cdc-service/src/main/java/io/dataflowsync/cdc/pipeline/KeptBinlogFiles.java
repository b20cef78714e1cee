package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.position.BinlogFiles;
import io.dataflowsync.cdc.capture.position.SourceBinlog;
import io.dataflowsync.cdc.log.BinlogFileLog;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.event.BinlogFile;

/** Keeps in the log the files of the source's binlog that were read, so that a later start recognises the binlog. */
public final class KeptBinlogFiles {
    private final BinlogFiles files = new BinlogFiles();
    private final SourceBinlog source;
    private final BinlogFileLog log;
    private final RetryUntilAvailable retry;

    public KeptBinlogFiles(SourceBinlog source, BinlogFileLog log, RetryUntilAvailable retry) {
        this.source = source;
        this.log = log;
        this.retry = retry;
    }

    /** The files that are known. */
    public BinlogFiles files() {
        return files;
    }

    /**
     * Compares the source's binlog with the files that are known. Call it before the source is read, for a snapshot too.
     *
     * @throws CannotGoOnException if its binlog is not the one that was read before
     */
    public void look() throws InterruptedException {
        files.restore(retry.untilDone(Peer.LOG, "read the binlog files that are known", log::all));
        retry.untilDone(Peer.SOURCE, "look at the source's binlog", () -> {
            files.look(source);
            return true;
        });
        keep();
    }

    /** Keeps the new files. Call it before the events that were read are published. */
    public void keep() throws InterruptedException {
        for (BinlogFile file : files.fresh()) {
            retry.untilDone(Peer.LOG, "note a binlog file", () -> {
                log.keep(file);
                return true;
            });
        }
    }
}
