package io.dataflowsync.dpu;

import io.dataflowsync.contract.catalog.ColumnDefinition;
import io.dataflowsync.contract.catalog.TableDefinition;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.TablePlanner;
import io.dataflowsync.dpu.mapping.Tables;
import io.dataflowsync.dpu.mapping.UnknownTableException;
import io.dataflowsync.dpu.statement.StatementGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The tables that are in use. Definitions of either end are read again where one is missing. */
final class TableRooms {
    private static final Duration FRESH = Duration.ofSeconds(5);
    private static final Comparator<SourcePosition> BY_PLACE =
            Comparator.comparing(SourcePosition::file).thenComparingLong(SourcePosition::position);

    /** Reads the tables of one end. */
    interface Reader<T> {
        T read() throws Exception;
    }

    private final PipelineConfig config;
    private final Processors processors;
    private final Reader<Map<TableName, TableDefinition>> sourceReader;
    private final Reader<List<TableDefinition>> targetReader;
    private final Map<TableName, TableDefinition> source = new HashMap<>();
    private final Map<TableName, SourcePosition> definedAt = new HashMap<>();
    /** Read without the lock: every event asks for its table's twice. */
    private final Map<TableName, TableRoom> rooms = new ConcurrentHashMap<>();
    /** Tables that were asked for, and of which the topic had no definition since the last change of the source's tables. */
    private final Set<TableName> unknown = new HashSet<>();

    private List<TableDefinition> target = List.of();
    private long targetReadAt = System.nanoTime() - FRESH.toNanos();

    TableRooms(
            PipelineConfig config,
            Processors processors,
            Reader<Map<TableName, TableDefinition>> sourceReader,
            Reader<List<TableDefinition>> targetReader) {
        this.config = config;
        this.processors = processors;
        this.sourceReader = sourceReader;
        this.targetReader = targetReader;
    }

    /** The room of a table whose rows look like this one. */
    TableRoom room(TableName table, Row row) {
        TableRoom room = room(table);
        return room.knows(row) ? room : roomFor(table, row);
    }

    private synchronized TableRoom roomFor(TableName table, Row row) {
        TableRoom room = room(table);
        if (!room.knows(row)) {
            room = roomOf(planner(withColumnsOf(row, table)).plans(table));
            rooms.put(table, room);
        }
        return room;
    }

    /**
     * The room of a table.
     *
     * @throws UnknownTableException where the topic has no definition of it, or of one that it refers to
     */
    TableRoom room(TableName table) {
        TableRoom room = rooms.get(table);
        return room != null ? room : roomOf(table);
    }

    private synchronized TableRoom roomOf(TableName table) {
        TableRoom room = rooms.get(table);
        if (room == null) {
            room = roomOf(plans(table));
            rooms.put(table, room);
        }
        return room;
    }

    private TableRoom roomOf(List<TablePlan> plans) {
        Tables tables = Tables.of(source, target);
        return TableRoom.of(plans, plan -> processors
                .of(plan.source())
                .map(p -> new Processing(p, plan, name -> statements(tables, name))));
    }

    private static StatementGenerator statements(Tables tables, String name) {
        return tables.targetTable(name)
                .map(StatementGenerator::new)
                .orElseThrow(() -> new MappingException(
                        ErrorCode.NO_TARGET_TABLE, "the target has no table " + name + ", to which a processor adds"));
    }

    private List<TablePlan> plans(TableName table) {
        try {
            return planner(source).plans(table);
        } catch (UnknownTableException e) {
            if (unknown.contains(table)) {
                throw e;
            }
        }
        readSource();
        try {
            return planner(source).plans(table);
        } catch (UnknownTableException e) {
            unknown.add(table);
            throw e;
        }
    }

    /** Tables have changed; older news than what is known of a table is left alone. */
    synchronized void define(SourcePosition at, List<TableDefinition> definitions) {
        for (TableDefinition definition : definitions) {
            SourcePosition known = definedAt.get(definition.name());
            if (known == null || BY_PLACE.compare(known, at) <= 0) {
                source.put(definition.name(), definition);
                definedAt.put(definition.name(), at);
            }
        }
        unknown.clear();
        rooms.clear();
        targetReadAt = System.nanoTime() - FRESH.toNanos();
    }

    /** Reads the target's tables again, unless that was done just now; whether it was. */
    synchronized boolean refreshTarget() {
        if (System.nanoTime() - targetReadAt < FRESH.toNanos()) {
            return false;
        }
        rereadTarget();
        return true;
    }

    /** Reads the target's tables again. */
    synchronized void rereadTarget() {
        target = read(targetReader, "the target's tables");
        targetReadAt = System.nanoTime();
        rooms.clear();
    }

    /** The target's table of this name, as it was read last. */
    synchronized Optional<TableDefinition> targetTable(String name) {
        return target.stream()
                .filter(table -> table.name().table().equalsIgnoreCase(name))
                .findFirst();
    }

    private void readSource() {
        read(sourceReader, "the table definitions").forEach((name, definition) -> {
            if (!definedAt.containsKey(name)) {
                source.put(name, definition);
            }
        });
    }

    private TablePlanner planner(Map<TableName, TableDefinition> definitions) {
        if (target.isEmpty()) {
            refreshTarget();
        }
        return new TablePlanner(config, Tables.of(definitions, target));
    }

    private Map<TableName, TableDefinition> withColumnsOf(Row row, TableName table) {
        TableDefinition known = source.get(table);
        if (known == null) {
            throw new UnknownTableException(table);
        }
        List<ColumnDefinition> columns = new ArrayList<>(known.columns());
        for (String name : row.columns()) {
            if (known.column(name).isEmpty()) {
                columns.add(new ColumnDefinition(name, "", true, false, false, true));
            }
        }
        Map<TableName, TableDefinition> definitions = new HashMap<>(source);
        definitions.put(
                table,
                new TableDefinition(
                        table, columns, known.primaryKey(), known.uniqueKeys(), known.foreignKeys(), known.version()));
        return definitions;
    }

    private static <T> T read(Reader<T> reader, String what) {
        try {
            return reader.read();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while reading " + what, e);
        } catch (Exception e) {
            throw new IllegalStateException("cannot read " + what + ": " + e.getMessage(), e);
        }
    }
}
