package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.position.BinlogFiles;
import io.dataflowsync.cdc.capture.position.SourceBinlog;
import io.dataflowsync.cdc.log.BinlogFileLog;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.event.BinlogFile;

/** Keeps the files of the source's binlog that were read, so that a later start knows the binlog again. */
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

    /** Those that are known. */
    public BinlogFiles files() {
        return files;
    }

    /**
     * Before the source is read, rows of a snapshot included.
     *
     * @throws CannotGoOnException where its binlog is not the one that was read before
     */
    public void look() throws InterruptedException {
        files.know(retry.insist(Peer.LOG, "read the binlog files that are known", log::all));
        retry.insist(Peer.SOURCE, "look at the source's binlog", () -> {
            files.look(source);
            return true;
        });
        keep();
    }

    /** Before what was read is published. */
    public void keep() throws InterruptedException {
        for (BinlogFile file : files.fresh()) {
            retry.insist(Peer.LOG, "note a binlog file", () -> {
                log.keep(file);
                return true;
            });
        }
    }
}
