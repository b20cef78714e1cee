package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.snapshot.ReferenceOrder;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.catalog.GhostTables;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/** Keeps the captured tables, as the source last described them. Thread-safe. */
public final class CapturedTables {
    private final PipelineConfig config;
    private final Catalogue catalogue;
    private final BiPredicate<TableName, TableName> beganWithout;
    private volatile Map<TableName, TableDefinition> tables = Map.of();
    private volatile Map<TableName, Boolean> known = Map.of();
    private volatile List<TableDefinition> everyKnown = List.of();
    /** Read once: the setting stays as long as the server runs, and its tables need it for longer. */
    private volatile @Nullable Boolean lowersNames;

    /** The names of all tables that ever existed. */
    private final Set<TableName> seen = ConcurrentHashMap.newKeySet();

    /** Asks the source about its tables. */
    public interface Catalogue {
        /** All tables of the captured schemas. */
        List<TableDefinition> read();

        /** Whether the source keeps names in lower case, and accepts them in any case. */
        default boolean lowersNames() {
            return false;
        }

        /** The tables that have neither a primary key nor transactions, with the storage engine of each. */
        default Map<TableName, String> unfrozen() {
            return Map.of();
        }

        /** The approximate number of rows of each table. */
        default Map<TableName, Long> estimatedRows() {
            return Map.of();
        }
    }

    /**
     * @param beganWithout whether a table of the first name began while no table of the other name existed: a tool for online schema
     *      changes never creates its table that way
     */
    public CapturedTables(PipelineConfig config, Catalogue catalogue, BiPredicate<TableName, TableName> beganWithout) {
        this.config = config;
        this.catalogue = catalogue;
        this.beganWithout = beganWithout;
    }

    /** Reads the tables that the source has now. */
    public void reread() {
        if (lowersNames == null) {
            lowersNames = catalogue.lowersNames();
        }
        take(catalogue.read());
    }

    /** Takes the tables that the source had at a position of its binlog. */
    public void take(List<TableDefinition> found) {
        found.forEach(table -> seen.add(table.name()));
        Map<TableName, TableDefinition> read = new TreeMap<>();
        capturedOf(found).forEach(table -> read.put(table.name(), table));
        tables = read;
        known = judged(found);
        everyKnown = List.copyOf(found);
    }

    /** The captured ones of some tables. */
    public List<TableDefinition> capturedOf(Collection<TableDefinition> some) {
        return some.stream().filter(table -> captures(table.name())).toList();
    }

    /** For each of some tables, whether it is captured. */
    public Map<TableName, Boolean> judged(Collection<TableDefinition> some) {
        Map<TableName, Boolean> judged = new TreeMap<>();
        some.forEach(table -> judged.put(table.name(), captures(table.name())));
        return judged;
    }

    /** All tables of the captured schemas, also those that are left out. */
    public List<TableDefinition> everyKnown() {
        return everyKnown;
    }

    /** All tables of the captured schemas, and whether they are captured. */
    public Map<TableName, Boolean> known() {
        return known;
    }

    /** The tables that are not captured, because their names look like those of tables that an online schema change makes. */
    public List<TableName> leftOut() {
        return known.keySet().stream()
                .filter(table -> PipelineTables.captures(config, table))
                .filter(table -> ghostOf(table).isPresent())
                .toList();
    }

    public Collection<TableDefinition> all() {
        return tables.values();
    }

    /** The tables' names, each after those that it refers to. */
    public List<TableName> inOrder() {
        return ReferenceOrder.of(all(), config);
    }

    /** The approximate number of rows of each of these tables, in their order. */
    public Map<TableName, Long> estimates(List<TableName> names) {
        Map<TableName, Long> rows = catalogue.estimatedRows();
        Map<TableName, Long> estimates = new LinkedHashMap<>();
        names.forEach(name -> estimates.put(name, rows.getOrDefault(name, 0L)));
        return estimates;
    }

    /** The name as the source keeps it, for a name as a statement writes it. */
    public TableName kept(TableName written) {
        return Boolean.TRUE.equals(lowersNames)
                ? new TableName(
                        written.schema().toLowerCase(Locale.ROOT),
                        written.table().toLowerCase(Locale.ROOT))
                : written;
    }

    public boolean captures(TableName written) {
        TableName table = kept(written);
        return PipelineTables.captures(config, table) && ghostOf(table).isEmpty();
    }

    /**
     * Finds the captured table for which a tool has made this one, to replace it later. None for a table that the pipeline file names,
     * for one that was already captured when the other table was created, and for one that the other table itself was renamed to.
     */
    Optional<TableName> ghostOf(TableName table) {
        return config.tables().containsKey(table.table())
                ? Optional.empty()
                : GhostTables.original(table.table())
                        .map(original -> new TableName(table.schema(), original))
                        .filter(original -> seen.contains(original) && PipelineTables.captures(config, original))
                        .filter(original -> !beganWithout.test(table, original));
    }

    /** Whether the table is known to have no primary key. The engine takes a unique key instead. */
    public boolean hasNoKey(TableName table) {
        TableDefinition definition = tables.get(table);
        return definition != null && definition.primaryKey().isEmpty();
    }

    /** Those of these tables that have neither a primary key nor transactions, with the storage engine of each. */
    public Map<TableName, String> unfrozen(Collection<TableName> some) {
        if (some.stream().noneMatch(this::hasNoKey)) {
            return Map.of();
        }
        Map<TableName, String> unfrozen = new TreeMap<>(catalogue.unfrozen());
        unfrozen.keySet().retainAll(some);
        return unfrozen;
    }
}
