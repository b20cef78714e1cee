package io.dataflowsync.cdc.capture;

import io.dataflowsync.cdc.capture.stream.RowGuard;
import io.dataflowsync.cdc.capture.value.RowFacts;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableName;
import io.debezium.relational.Table;
import java.util.List;
import java.util.Optional;

/**
 * Says of every table the same.
 *
 * @param difference in what the two readings differ; empty where they agree
 * @param emptied the one table that a restart of the source empties; empty for none
 */
public record StatedAgreement(String difference, String emptied) implements RowGuard.Agreement {

    @Override
    public Optional<String> difference(TableName table, BinlogPosition place, Table known) {
        return Optional.of(difference).filter(text -> !text.isEmpty());
    }

    @Override
    public List<String> primaryKey(TableName table, BinlogPosition place) {
        return List.of("id");
    }

    @Override
    public Optional<String> unseen(TableName table, RowFacts rows) {
        return Optional.empty();
    }

    @Override
    public boolean hasUnseen(TableName table) {
        return false;
    }

    @Override
    public boolean merges(TableName table) {
        return false;
    }

    @Override
    public boolean isEmptiedByRestart(TableName table) {
        return table.table().equals(emptied);
    }
}
