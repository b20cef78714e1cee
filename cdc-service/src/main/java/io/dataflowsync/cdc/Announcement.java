package io.dataflowsync.cdc;

import io.dataflowsync.cdc.capture.CapturedTables;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory;
import io.dataflowsync.cdc.capture.tracker.DefinitionHistory.Version;
import io.dataflowsync.cdc.capture.tracker.TrackedTable;
import io.dataflowsync.cdc.capture.tracker.TrackedTableJson;
import io.dataflowsync.cdc.mapping.FieldMapper;
import io.dataflowsync.cdc.mapping.OutgoingDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.SourcePosition;
import java.util.List;
import java.util.Optional;

/** Which versions of tables the topic has heard of: those that an event names come no later than the event. For one thread. */
final class Announcement {
    private final DefinitionHistory history;
    private final CapturedTables tables;
    private final FieldMapper fields;
    private Optional<BinlogPosition> announced = Optional.empty();

    Announcement(DefinitionHistory history, CapturedTables tables, FieldMapper fields) {
        this.history = history;
        this.tables = tables;
        this.fields = fields;
    }

    /** Begins again: all versions that are known by now. */
    List<OutgoingDefinition> restart() {
        announced = Optional.empty();
        return history.all().stream().map(this::outgoing).toList();
    }

    /** The versions that nobody has heard of, up to the place of an event. */
    List<OutgoingDefinition> upTo(SourcePosition event) {
        BinlogPosition place = new BinlogPosition(event.file(), event.position());
        if (announced.filter(last -> last.compareTo(place) >= 0).isPresent()) {
            return List.of();
        }
        List<OutgoingDefinition> fresh =
                history.between(announced, place).stream().map(this::outgoing).toList();
        announced = Optional.of(place);
        return fresh;
    }

    private OutgoingDefinition outgoing(Version version) {
        String tracked = version.table().map(TrackedTableJson::write).orElse("");
        Optional<TableDefinition> captured =
                version.table().filter(table -> tables.captures(version.name())).map(TrackedTable::definition);
        TableDefinition definition = captured.map(fields::map)
                .orElseGet(() -> new TableDefinition(
                        version.name(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        version.since().toString()));
        return new OutgoingDefinition(definition, tracked);
    }

    /** A version that the topic has. */
    static Version version(OutgoingDefinition kept) {
        TableDefinition definition = kept.definition();
        return new Version(
                definition.name(),
                BinlogPosition.parse(definition.version()),
                kept.tracked().isEmpty() ? Optional.empty() : Optional.of(TrackedTableJson.read(kept.tracked())));
    }
}
