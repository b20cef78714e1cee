package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.record.CapturedTables;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.TrackedTable;
import io.dataflowsync.cdc.capture.tracker.TrackedTableJson;
import io.dataflowsync.cdc.mapping.OutgoingDefinition;
import io.dataflowsync.cdc.mapping.OutgoingMapper;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which versions of tables are still to be published. A version that an event names is published no later than the event, and a
 * version before an offset no later than the offset: a start at that offset knows it from the topic alone. For one thread.
 */
final class PublishedVersions {
    private final DefinitionHistory history;
    private final CapturedTables tables;
    private final OutgoingMapper fields;
    private final Set<Announced> announced = new HashSet<>();

    private record Announced(TableName table, BinlogPosition since) {}

    PublishedVersions(DefinitionHistory history, CapturedTables tables, OutgoingMapper fields) {
        this.history = history;
        this.tables = tables;
        this.fields = fields;
    }

    /** Begins again, and returns all versions that are known now. */
    List<OutgoingDefinition> restart() {
        announced.clear();
        return fresh(history.all());
    }

    /** The versions up to a place that are not on the topics yet. */
    List<OutgoingDefinition> upTo(BinlogPosition place) {
        if (announced.size() == history.size()) {
            return List.of();
        }
        return fresh(history.all().stream()
                .filter(version -> version.since().compareTo(place) <= 0)
                .toList());
    }

    private List<OutgoingDefinition> fresh(List<Version> versions) {
        return versions.stream()
                .filter(version -> announced.add(new Announced(version.name(), version.since())))
                .map(this::outgoing)
                .toList();
    }

    private OutgoingDefinition outgoing(Version version) {
        String since = version.since().toString();
        Optional<TableDefinition> wire = tables.captures(version.name())
                ? Optional.of(version.table()
                        .map(TrackedTable::definition)
                        .map(fields::map)
                        .orElseGet(() -> TableDefinition.gone(version.name(), since)))
                : Optional.empty();
        String tracked = version.table().map(TrackedTableJson::write).orElse("");
        return new OutgoingDefinition(version.name(), since, wire, tracked);
    }

    /** The version that a record of the topic describes. */
    static Version version(OutgoingDefinition kept) {
        return new Version(
                kept.name(),
                BinlogPosition.parse(kept.version()),
                kept.tracked().isEmpty() ? Optional.empty() : Optional.of(TrackedTableJson.read(kept.tracked())));
    }
}
