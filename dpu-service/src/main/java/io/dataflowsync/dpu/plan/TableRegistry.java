package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.ChangedMeanings;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.SourceRules;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.TablePlanner;
import io.dataflowsync.dpu.mapping.TableVersions;
import io.dataflowsync.dpu.mapping.Tables;
import io.dataflowsync.dpu.mapping.TargetNames;
import io.dataflowsync.dpu.mapping.UnknownTableException;
import io.dataflowsync.dpu.statement.StatementGenerator;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The tables that are in use, each in every version of which there are events. The plan of a version is made with the other tables of the
 * source as they were then, and with the target's as they are. TableVersions of either end are read again where one is missing.
 */
public final class TableRegistry {
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** Plans are made again where they are needed again. */
    private static final int MOST_ROOMS = 4_096;

    /** @param place from which the table's definition holds; null for the newest one */
    private record Version(TableName table, @Nullable BinlogPosition place) {}

    /** Reads the tables of one end. */
    public interface Reader<T> {
        T read() throws Exception;
    }

    private final PipelineConfig config;
    private final Processors processors;
    private final Reader<List<TableDefinition>> sourceReader;
    private final Reader<List<TableDefinition>> targetReader;
    private final TargetActions acts;
    private final TableVersions definitions = new TableVersions();
    /** Read without the lock: every event asks for its table's twice. */
    private final Map<Version, TableContext> rooms = new ConcurrentHashMap<>();
    /** What was asked for, and of which the topic had no definition since the last change of the source's tables. */
    private final Set<Version> unknown = new HashSet<>();

    private boolean isSourceRead;
    private List<TableDefinition> target = List.of();
    private long targetReadAt = System.nanoTime() - FRESH.toNanos();

    public TableRegistry(
            PipelineConfig config,
            Processors processors,
            Reader<List<TableDefinition>> sourceReader,
            Reader<List<TableDefinition>> targetReader,
            TargetActions acts) {
        this.config = config;
        this.processors = processors;
        this.sourceReader = sourceReader;
        this.targetReader = targetReader;
        this.acts = acts;
    }

    /** The room of a changed row: its table's, in the version that the row was written under; the newest one where it names none. */
    public TableContext room(RowChange change, Row row) {
        Version version = new Version(change.table(), change.origin().definition());
        TableContext room = room(version);
        return room.knows(row) ? room : roomFor(version, row);
    }

    private synchronized TableContext roomFor(Version version, Row row) {
        TableContext room = room(version);
        if (!room.knows(row)) {
            room = roomOf(version, row);
            keep(version, room);
        }
        return room;
    }

    /**
     * The room of a table.
     *
     * @param version from where its definition holds; null for the newest
     * @throws UnknownTableException where the topic has no definition of it, or of one that it refers to
     */
    public TableContext room(TableName table, @Nullable BinlogPosition version) {
        return room(new Version(table, version));
    }

    /** The room of a table in the version that holds at a place of the source. */
    TableContext roomAt(TableName table, SourcePosition place) {
        BinlogPosition version;
        synchronized (this) {
            if (!isSourceRead) {
                readSource();
            }
            version = definitions.versionAt(table, place.place());
        }
        return room(table, version);
    }

    private TableContext room(Version version) {
        TableContext room = rooms.get(version);
        return room != null ? room : roomOf(version);
    }

    private synchronized TableContext roomOf(Version version) {
        TableContext room = rooms.get(version);
        if (room == null) {
            room = planned(version);
            keep(version, room);
        }
        return room;
    }

    private void keep(Version version, TableContext room) {
        if (rooms.size() >= MOST_ROOMS) {
            rooms.clear();
        }
        rooms.put(version, room);
    }

    private TableContext roomOf(Tables tables, List<TablePlan> plans) {
        return TableContext.of(plans, plan -> processors
                .of(plan.source())
                .map(p -> new Processing(p, plan, name -> statements(tables, name))));
    }

    private static StatementGenerator statements(Tables tables, String name) {
        return tables.targetTable(name)
                .map(StatementGenerator::new)
                .orElseThrow(() -> new MappingException(
                        ErrorCode.NO_TARGET_TABLE, "the target has no table " + name + ", to which a processor adds"));
    }

    /**
     * A version that an event names is on the topic in the event's transaction or an earlier one, and so are the versions before it: what
     * is not there once the topic has been read to its end never comes.
     */
    private TableContext planned(Version version) {
        if (isSourceRead || version.place() == null) {
            try {
                return roomOf(version, Row.empty());
            } catch (UnknownTableException e) {
                if (unknown.contains(version)) {
                    throw e;
                }
            }
        }
        readSource();
        try {
            return roomOf(version, Row.empty());
        } catch (UnknownTableException e) {
            unknown.add(version);
            throw e;
        }
    }

    private TableContext roomOf(Version version, Row row) {
        Tables tables = tables(version, row);
        List<TablePlan> plans = new TablePlanner(config, tables).plans(version.table());
        acts.require(plans, definitions.newest().keySet(), tables);
        return roomOf(tables, acts.comparing(plans, tables));
    }

    /** Tables have changed, as an event tells that was captured before definitions had versions, or of which the topic tells as well. */
    synchronized void define(SourcePosition at, List<TableDefinition> changed) {
        String place = at.place().toString();
        boolean news = false;
        for (TableDefinition definition : changed) {
            TableDefinition version = definition.version().isEmpty() ? definition.since(place) : definition;
            if (!definitions.knows(version.name(), BinlogPosition.parse(version.version()))) {
                if (!definition.version().isEmpty() && !news) {
                    readSource();
                }
                definitions.putIfAbsent(version);
                news = true;
            }
        }
        if (news) {
            unknown.clear();
            rooms.clear();
        }
        targetReadAt = System.nanoTime() - FRESH.toNanos();
    }

    /** The tables of these versions that have the name of one that was there earlier, and was dropped or renamed. */
    synchronized List<TableName> comingBack(List<TableDefinition> versions) {
        return versions.stream()
                .filter(definitions::comesBack)
                .map(TableDefinition::name)
                .toList();
    }

    /**
     * Looks whether the target's foreign keys change with a row all that the source's do.
     *
     * @throws MappingException where they do not
     */
    synchronized void requireRules(RowChange change) {
        try {
            rulesAt(change).require(change);
        } catch (MappingException e) {
            if (!refreshTarget()) {
                throw e;
            }
            rulesAt(change).require(change);
        }
    }

    private SourceRules rulesAt(RowChange change) {
        BinlogPosition place = change.origin().position().place();
        return new SourceRules(config, Tables.of(definitions.at(place), target, definitions, place));
    }

    /** Compares what columns mean before a statement and behind it. */
    synchronized ChangedMeanings changedMeanings(SourcePosition at) {
        return new ChangedMeanings(config, definitions, target, at.place());
    }

    /** Whether any of these versions has columns that the one before it had not. */
    synchronized boolean haveMore(List<TableDefinition> versions) {
        return versions.stream().anyMatch(definitions::hasMore);
    }

    /** All tables of the source that there ever were. */
    synchronized Set<TableName> sourceTables() {
        return definitions.newest().keySet();
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

    /** The target's table of this name, as it was read last; one whose name differs in case only where it can be no other table's. */
    synchronized Optional<TableDefinition> targetTable(String name) {
        if (!isSourceRead) {
            readSource();
        }
        return Tables.named(target, name)
                .filter(table -> table.name().table().equals(name)
                        || TargetNames.otherInCase(config, definitions.newest().keySet(), name)
                                .isEmpty());
    }

    private void readSource() {
        boolean changed = definitions.put(read(sourceReader, "the table definitions"));
        isSourceRead = true;
        if (changed) {
            unknown.clear();
            rooms.clear();
        }
    }

    /** @param row may have columns that the version does not know, where it does not name its own */
    private Tables tables(Version version, Row row) {
        if (target.isEmpty()) {
            refreshTarget();
        }
        BinlogPosition place = version.place();
        Map<TableName, TableDefinition> source = place == null ? definitions.newest() : definitions.at(place);
        TableDefinition known = place == null
                ? source.get(version.table())
                : definitions.version(version.table(), place).orElse(null);
        if (known == null) {
            throw new UnknownTableException(version.table());
        }
        source.put(version.table(), withColumnsOf(row, known));
        return Tables.of(source, target, definitions, place);
    }

    private static TableDefinition withColumnsOf(Row row, TableDefinition known) {
        List<ColumnDefinition> columns = new ArrayList<>(known.columns());
        for (String name : row.columns()) {
            if (known.column(name).isEmpty()) {
                columns.add(new ColumnDefinition(name, "", true, false, false, true));
            }
        }
        return columns.size() == known.columns().size() ? known : known.over(columns);
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
