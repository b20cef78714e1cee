package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ColumnType;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.Members;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.ReferenceRule.OddKey;
import io.dataflowsync.pipeline.config.TableConfig;
import io.dataflowsync.pipeline.expression.ColumnKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Builds the plan of a table from its definitions on source and target and from the pipeline file. */
public final class TablePlanner {
    static final String ADD_COLUMN = "add it, or name another, or drop it in the pipeline file";

    private static final String REPLACED_COLUMN =
            "a later statement of the source dropped it or gave it another name, and"
                    + " which of the two is not known: dismiss this, and read the table again with"
                    + " POST /api/v1/capture/snapshots of cdc-service";

    private final PipelineConfig config;
    private final Tables tables;
    private final KeyMeanings meanings;
    private final ReferencePlanner references;

    public TablePlanner(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
        this.meanings = new KeyMeanings(config, tables);
        this.references = new ReferencePlanner(config, tables);
    }

    /**
     * Builds the plans of a source table, one for each of its targets. The first target numbers its keys.
     *
     * @throws UnknownTableException if its definition, or that of a table that it refers to, has not arrived yet
     * @throws MappingException if the target has no such table
     */
    public List<TablePlan> plans(TableName name) {
        return config.table(name.table()).targets().stream()
                .map(target -> plan(name, target))
                .toList();
    }

    /**
     * Builds the plan of a source table for its first target.
     *
     * @throws UnknownTableException if its definition, or that of a table that it refers to, has not arrived yet
     * @throws MappingException if the target has no such table
     */
    public TablePlan plan(TableName name) {
        return plan(name, config.table(name.table()));
    }

    /** Refuses two columns that go to the same column of the target: the values of one would overwrite those of the other. */
    private static void requireOneEach(TableName table, Map<String, ColumnPlan> columns) {
        Map<String, String> written = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        columns.forEach((column, plan) -> {
            String other = written.put(plan.target(), column);
            if (other != null) {
                throw new MappingException(
                        ErrorCode.NO_TARGET_COLUMN,
                        "the columns '" + other + "' and '" + column + "' of " + table
                                + " both go to the target's column '"
                                + plan.target()
                                + "': give one of them another name in the pipeline file, or write: false,"
                                + " and start dpu-service again");
            }
        });
    }

    private TablePlan plan(TableName name, TableConfig tableConfig) {
        TableDefinition source = tables.sourceTable(name);
        MappedNames names = new MappedNames(name, tableConfig);
        List<String> key = key(source, names);
        TableDefinition target =
                tables.targetTable(names.tableOnTarget()).orElseThrow(() -> noTargetTable(name, names.tableOnTarget()));
        requireOwn(name, names.tableOnTarget(), target);
        Map<String, ColumnPlan> columns = new LinkedHashMap<>();
        Map<String, ColumnPlan> computed = new LinkedHashMap<>();
        Set<String> unwritten = new LinkedHashSet<>();
        Map<String, String> missing = new LinkedHashMap<>();
        for (ColumnDefinition column : source.columns()) {
            Optional<ColumnDefinition> there = target.column(names.onTarget(column.name()));
            boolean wanted = names.rule(column.name()).write() || key.contains(column.name());
            if (!wanted) {
                unwritten.add(column.name());
            } else if (there.isEmpty()) {
                TableVersions.Fate fate =
                        key.contains(column.name()) ? TableVersions.Fate.THERE : tables.fate(source, column.name());
                if (fate == TableVersions.Fate.DROPPED) {
                    unwritten.add(column.name());
                } else {
                    missing.put(column.name(), fate == TableVersions.Fate.REPLACED ? REPLACED_COLUMN : ADD_COLUMN);
                }
            } else if (there.get().generated()
                    || names.rule(column.name()).onTopic().drop()) {
                unwritten.add(column.name());
                if (key.contains(column.name())) {
                    computed.put(column.name(), computed(column.name(), there.get()));
                }
            } else {
                columns.put(column.name(), columnPlan(source, names, column.name(), there.get()));
            }
        }
        requireOneEach(name, columns);
        UnclearReference.requireClear(source, columns.values());
        Optional<KeySpace> newKeys = newKeys(source, key, columns);
        TableReferences referring = new TableReferences(references.parents(source), references.keys(source));
        TableKey identity = new TableKey(
                isComputedAlike(source, computed, columns.values(), names) ? key : List.of(),
                source.isRekeyed(),
                newKeys,
                source.spelt(names.config().keys().adopt().stream()
                        .map(names::onTopic)
                        .toList()));
        TargetEffects effects =
                effects(name, target, key.stream().map(names::onTarget).toList(), newKeys);
        ColumnPlans plans = new ColumnPlans(
                Collections.unmodifiableMap(columns),
                Collections.unmodifiableMap(computed),
                made(source, target, names),
                Set.copyOf(unwritten),
                Collections.unmodifiableMap(missing),
                source.columns().stream()
                        .filter(ColumnDefinition::generated)
                        .map(ColumnDefinition::name)
                        .collect(Collectors.toUnmodifiableSet()),
                kinds(source),
                Map.of());
        return new TablePlan(
                name,
                target,
                plans,
                identity,
                referring,
                effects,
                tableConfig.target().filter());
    }

    /** @param key the target's names of the key columns */
    private TargetEffects effects(
            TableName source, TableDefinition target, List<String> key, Optional<KeySpace> newKeys) {
        Collection<TableDefinition> all = tables.target().values();
        return new TargetEffects(
                TargetCascades.from(target.name(), all),
                new SourceRules(config, tables).columnsInDoubt(source),
                CascadedKey.along(target, key, all),
                newKeys.map(space -> EmptiedReference.to(target.name(), space.keyColumn(), all))
                        .orElse(List.of()));
    }

    private static Map<String, ColumnKind> kinds(TableDefinition source) {
        Map<String, ColumnKind> kinds = new HashMap<>();
        for (ColumnDefinition column : source.columns()) {
            ColumnKinds.of(column).ifPresent(kind -> kinds.put(column.name(), kind));
        }
        return Map.copyOf(kinds);
    }

    /**
     * Refuses a target table whose name differs from the wanted one in case, if another table of the source, whose name also differs only
     * in case, would share it.
     */
    private void requireOwn(TableName name, String wanted, TableDefinition target) {
        if (target.name().table().equals(wanted)) {
            return;
        }
        Set<TableName> others = new LinkedHashSet<>(tables.source().keySet());
        others.remove(name);
        TargetNames.otherInCase(config, others, wanted).ifPresent(other -> {
            throw new MappingException(
                    ErrorCode.TARGET_TABLE_AMBIGUOUS,
                    "the target has no table " + wanted + " for " + name + ", and its table "
                            + target.name().table() + " may be that of " + other);
        });
    }

    private ColumnPlan columnPlan(TableDefinition source, MappedNames names, String name, ColumnDefinition there) {
        ColumnRule rule = names.rule(name);
        source.column(name).ifPresent(column -> MapWords.requirePrinted(source.name(), column, rule));
        Converter converter = rule.values().convert().map(Converter::of).orElse(Converter.NONE);
        if (source.column(name).filter(TablePlanner::isText).isPresent()) {
            converter = converter.ofText(name);
        }
        Optional<ColumnDefinition> members = source.column(name).filter(column -> isTextThere(column, rule, there));
        if (members.isPresent()) {
            converter = converter.ofMembers(members.get());
        }
        ColumnDefinition own = source.column(name)
                .filter(column -> ColumnPlan.isWrittenAsItIs(rule))
                .orElse(null);
        return new ColumnPlan(
                name,
                there.name(),
                meanings.of(source, name),
                meanings.zero(source, name),
                meanings.negative(source, name),
                rule,
                converter,
                fit(rule, source, own, there));
    }

    private static ColumnFit fit(
            ColumnRule rule, TableDefinition source, @Nullable ColumnDefinition own, ColumnDefinition there) {
        if (rule.values().expression().isPresent()) {
            return ColumnFit.ofComputed(there);
        }
        return own != null && isOfKey(source, own.name()) ? ColumnFit.ofKey(own, there) : ColumnFit.of(own, there);
    }

    /**
     * Whether the number of a member of an ENUM or a SET with an empty member would be another value on the target, so that the text is
     * written.
     */
    private static boolean isTextThere(ColumnDefinition column, ColumnRule rule, ColumnDefinition there) {
        List<String> members = Members.of(column);
        boolean isSameThere = there.baseType().equals(column.baseType())
                && (column.baseType().equals("enum")
                        ? Members.of(there).contains("")
                        : Collections.indexOfSubList(Members.of(there), members) == 0);
        return members.contains("") && (rule.changesValues() || !isSameThere);
    }

    private static boolean isText(ColumnDefinition column) {
        return ColumnType.of(column).isText() && !column.charset().equals("binary");
    }

    private static boolean isOfKey(TableDefinition source, String column) {
        return Stream.of(
                        Stream.of(source.primaryKey()),
                        source.uniqueKeys().stream(),
                        source.foreignKeys().stream().map(ForeignKey::columns))
                .flatMap(keys -> keys)
                .flatMap(List::stream)
                .anyMatch(column::equalsIgnoreCase);
    }

    private static ColumnPlan computed(String name, ColumnDefinition there) {
        return new ColumnPlan(
                name,
                there.name(),
                KeyMeaning.PLAIN,
                OddKey.ROW,
                OddKey.ROW,
                ColumnRule.UNCHANGED,
                Converter.NONE,
                ColumnFit.ANY);
    }

    /** Whether the target computes the same key as the source: all columns that the key may be computed from have the same values there. */
    private static boolean isComputedAlike(
            TableDefinition source,
            Map<String, ColumnPlan> computed,
            Collection<ColumnPlan> columns,
            MappedNames names) {
        return computed.isEmpty()
                || source.columns().stream().allMatch(c -> c.generated() || !computed.containsKey(c.name()))
                        && columns.stream().allMatch(ColumnPlan::isAsInSource)
                        && names.config().columns().include().isEmpty()
                        && names.config().columns().rules().values().stream().allMatch(ColumnRule::isWritten);
    }

    private static List<String> key(TableDefinition source, MappedNames names) {
        return source.primaryKey().isEmpty()
                ? source.spelt(
                        names.config().keys().key().stream().map(names::onTopic).toList())
                : source.primaryKey();
    }

    private static Optional<KeySpace> newKeys(
            TableDefinition source, List<String> key, Map<String, ColumnPlan> columns) {
        return key.stream()
                .limit(key.size() == 1 ? 1 : 0)
                .map(columns::get)
                .filter(Objects::nonNull)
                .map(ColumnPlan::meaning)
                .filter(KeyMeaning.NewKey.class::isInstance)
                .map(meaning -> ((KeyMeaning.NewKey) meaning).space())
                .filter(space -> space.source().equals(source.name()))
                .findFirst();
    }

    /** The columns that only the target has. */
    private static List<ColumnPlan> made(TableDefinition source, TableDefinition target, MappedNames names) {
        List<ColumnPlan> made = new ArrayList<>();
        names.config().columns().rules().forEach((column, rule) -> {
            if (rule.isMade() && source.column(names.onTopic(column)).isEmpty()) {
                ColumnDefinition there = target.column(rule.targetName(column))
                        .orElseThrow(() -> new MappingException(
                                ErrorCode.NO_TARGET_COLUMN,
                                "the target's table " + target.name() + " has no column " + rule.targetName(column)
                                        + ", which the pipeline file fills"));
                made.add(new ColumnPlan(
                        column,
                        there.name(),
                        KeyMeaning.PLAIN,
                        OddKey.ROW,
                        OddKey.ROW,
                        rule,
                        Converter.NONE,
                        fit(rule, source, null, there)));
            }
        });
        return List.copyOf(made);
    }

    static MappingException noTargetTable(TableName source, String target) {
        return new MappingException(
                ErrorCode.NO_TARGET_TABLE,
                "the target has no table " + target + " for " + source
                        + ": create it, or name another as its 'target'");
    }
}
