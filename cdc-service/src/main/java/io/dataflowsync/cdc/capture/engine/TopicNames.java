package io.dataflowsync.cdc.capture.engine;

import io.debezium.schema.DefaultTopicNamingStrategy;
import io.debezium.spi.schema.DataCollectionId;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Keeps the last topic name. The engine asks for a name at every row, and rows of a table come together. */
public final class TopicNames extends DefaultTopicNamingStrategy {
    private volatile @Nullable Named last;

    private record Named(DataCollectionId table, String topic) {}

    public TopicNames(Properties settings) {
        super(settings);
    }

    @Override
    public String dataChangeTopic(DataCollectionId table) {
        Named known = last;
        if (known == null || known.table() != table) {
            known = new Named(table, super.dataChangeTopic(table));
            last = known;
        }
        return known.topic();
    }
}
