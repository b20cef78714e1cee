package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.SourceCatalogue;
import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.servicekit.retry.RetryLoop;
import java.util.List;
import java.util.Map;

/** Reads the source's catalogue, and tries again until the source answers. */
public final class RetryingCatalogue implements CapturedTables.Catalogue {
    private final SourceCatalogue catalogue;
    private final RetryUntilAvailable retry;

    public RetryingCatalogue(PipelineConfig config, RetryUntilAvailable retry) {
        this.catalogue = new SourceCatalogue(config.source());
        this.retry = retry;
    }

    @Override
    public List<TableDefinition> read() {
        return untilDone("read the source's tables", catalogue::read);
    }

    @Override
    public boolean lowersNames() {
        return untilDone("ask how the source keeps names", catalogue::lowersNames);
    }

    @Override
    public Map<TableName, Long> estimatedRows() {
        return untilDone("estimate the source's rows", catalogue::estimatedRows);
    }

    @Override
    public Map<TableName, String> unfrozen() {
        return untilDone("ask for the tables without transactions", catalogue::unfrozen);
    }

    private <T> T untilDone(String what, RetryLoop.Step<T> step) {
        try {
            return retry.untilDone(Peer.SOURCE, what, step);
        } catch (InterruptedException e) {
            throw new CannotGoOnException(ErrorCode.CAPTURE_FAILED, "the service ends", e);
        }
    }
}
