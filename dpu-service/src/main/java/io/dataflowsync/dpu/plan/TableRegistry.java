package io.dataflowsync.dpu.plan;

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
import io.dataflowsync.pipeline.config.PipelineConfig;
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
 * Keeps the contexts of the tables in use, each in every version of which there are events.
 *
 * <p>The plan of a version is made with the other tables of the source as they were then, and with the target's tables as they are now. The
 * definitions of the source or of the target are read again if one is missing.
 */
public final class TableRegistry {
    private static final Duration FRESH = Duration.ofSeconds(5);
    /** When there are more contexts, all are dropped. They are created again when they are needed again. */
    private static final int MOST_CONTEXTS = 4_096;

    /** @param place the place from which the table's definition holds; null for the newest one */
    private record Version(TableName table, @Nullable BinlogPosition place) {}

    /** Reads the tables of the source, or those of the target. */
    public interface Reader<T> {
        T read() throws Exception;
    }

    private final PipelineConfig config;
    private final Processors processors;
    private final Reader<List<TableDefinition>> sourceReader;
    private final Reader<List<TableDefinition>> targetReader;
    private final TargetActions acts;
    private final TableVersions definitions = new TableVersions();
    /** Read without the lock, because every event looks up its table twice. */
    private final Map<Version, TableContext> contexts = new ConcurrentHashMap<>();
    /** Versions that were looked up, and that the topic did not have since the last change of the source's tables. */
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

    /**
     * Returns the context of a changed row: that of its table, in the version that the row was written under; the newest one if it names
     * none.
     */
    public TableContext context(RowChange change, Row row) {
        Version version = new Version(change.table(), change.origin().definition());
        TableContext context = context(version);
        return context.knows(row) ? context : contextFor(version, row);
    }

    private synchronized TableContext contextFor(Version version, Row row) {
        TableContext context = context(version);
        if (!context.knows(row)) {
            context = contextOf(version, row);
            keep(version, context);
        }
        return context;
    }

    /**
     * Returns the context of a table.
     *
     * @param version the place from which its definition holds; null for the newest
     * @throws UnknownTableException if the topic has no definition of it, or of a table that it refers to
     */
    public TableContext context(TableName table, @Nullable BinlogPosition version) {
        return context(new Version(table, version));
    }

    /** Returns the context of a table in the version that holds at a place of the source. */
    TableContext contextAt(TableName table, SourcePosition place) {
        BinlogPosition version;
        synchronized (this) {
            if (!isSourceRead) {
                readSource();
            }
            version = definitions.versionAt(table, place.place());
        }
        return context(table, version);
    }

    private TableContext context(Version version) {
        TableContext context = contexts.get(version);
        return context != null ? context : contextOf(version);
    }

    private synchronized TableContext contextOf(Version version) {
        TableContext context = contexts.get(version);
        if (context == null) {
            context = planned(version);
            keep(version, context);
        }
        return context;
    }

    private void keep(Version version, TableContext context) {
        if (contexts.size() >= MOST_CONTEXTS) {
            contexts.clear();
        }
        contexts.put(version, context);
    }

    private TableContext contextOf(Tables tables, List<TablePlan> plans) {
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
     * Plans a version, and reads the topic again if its definition is missing.
     *
     * <p>A version that an event names is on the topic in the event's transaction or an earlier one, and so are the versions before it. So
     * what is missing after the topic was read to its end never comes.
     */
    private TableContext planned(Version version) {
        if (isSourceRead || version.place() == null) {
            try {
                return contextOf(version, Row.empty());
            } catch (UnknownTableException e) {
                if (unknown.contains(version)) {
                    throw e;
                }
            }
        }
        readSource();
        try {
            return contextOf(version, Row.empty());
        } catch (UnknownTableException e) {
            unknown.add(version);
            throw e;
        }
    }

    private TableContext contextOf(Version version, Row row) {
        Tables tables = tables(version, row);
        List<TablePlan> plans = new TablePlanner(config, tables).plans(version.table());
        acts.require(plans, definitions.newest().keySet(), tables);
        return contextOf(tables, acts.comparing(plans, tables));
    }

    /**
     * Adds definitions that an event carries.
     *
     * <p>They are missing here if the event was captured before definitions had versions. Otherwise the topic has them, too.
     */
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
            contexts.clear();
        }
        targetReadAt = System.nanoTime() - FRESH.toNanos();
    }

    /** Returns the tables of these versions that have the name of a table that was dropped or renamed earlier. */
    synchronized List<TableName> comingBack(List<TableDefinition> versions) {
        return versions.stream()
                .filter(definitions::comesBack)
                .map(TableDefinition::name)
                .toList();
    }

    /**
     * Checks that the target's foreign keys change all the rows along with a row that the source's foreign keys change.
     *
     * @throws MappingException if they do not
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

    /** Compares the meanings of columns before and after a statement. */
    synchronized ChangedMeanings changedMeanings(SourcePosition at) {
        return new ChangedMeanings(config, definitions, target, at.place());
    }

    /** Whether one of these versions has columns that the version before it did not have. */
    synchronized boolean haveMore(List<TableDefinition> versions) {
        return versions.stream().anyMatch(definitions::hasMore);
    }

    /** All tables that the source has or had. */
    synchronized Set<TableName> sourceTables() {
        return definitions.newest().keySet();
    }

    /**
     * Reads the target's tables again, unless that was done just now.
     *
     * @return whether they were read
     */
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
        contexts.clear();
    }

    /**
     * Returns the target's table of this name, as it was read last. A name that differs only in case matches if it can be no other table's.
     */
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
            contexts.clear();
        }
    }

    /** @param row its columns are added to the version, since a row that does not name its version may have others */
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
