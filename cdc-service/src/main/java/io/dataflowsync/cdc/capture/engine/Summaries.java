package io.dataflowsync.cdc.capture.engine;

import io.debezium.pipeline.ChangeEventSourceCoordinator;
import io.debezium.pipeline.source.spi.EventMetadataProvider;
import io.debezium.pipeline.spi.OffsetContext;
import io.debezium.spi.schema.DataCollectionId;
import java.time.Instant;
import java.util.Map;
import org.apache.kafka.connect.data.Struct;
import org.jspecify.annotations.Nullable;

/**
 * Leaves out the text of each event that the engine makes for its metric of the last event. That text takes a quarter of the time of its
 * reading thread, and the metric is not used here.
 */
record Summaries(EventMetadataProvider others) implements EventMetadataProvider {

    static void leaveOut(ChangeEventSourceCoordinator<?, ?> coordinator) {
        leaveOutOf(EngineMember.COORDINATOR_SNAPSHOT_METRICS.read(coordinator));
        leaveOutOf(EngineMember.COORDINATOR_STREAMING_METRICS.read(coordinator));
    }

    private static void leaveOutOf(Object metrics) {
        Object meter = EngineMember.METRICS_METER.read(metrics);
        EventMetadataProvider others = (EventMetadataProvider) EngineMember.METER_METADATA.read(meter);
        EngineMember.METER_METADATA.write(meter, new Summaries(others));
    }

    @Override
    public String toSummaryString(
            DataCollectionId table, OffsetContext offset, @Nullable Object key, @Nullable Struct value) {
        return "";
    }

    @Override
    public Instant getEventTimestamp(
            DataCollectionId table, OffsetContext offset, @Nullable Object key, @Nullable Struct value) {
        return others.getEventTimestamp(table, offset, key, value);
    }

    @Override
    public Map<String, String> getEventSourcePosition(
            DataCollectionId table, OffsetContext offset, @Nullable Object key, @Nullable Struct value) {
        return others.getEventSourcePosition(table, offset, key, value);
    }

    @Override
    public String getTransactionId(
            DataCollectionId table, OffsetContext offset, @Nullable Object key, @Nullable Struct value) {
        return others.getTransactionId(table, offset, key, value);
    }
}
