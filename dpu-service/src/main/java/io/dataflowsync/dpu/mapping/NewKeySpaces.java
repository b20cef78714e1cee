package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KeySpaces;
import io.dataflowsync.pipeline.catalog.PipelineTables;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.ArrayList;
import java.util.List;

/** Finds the key space of a table by its plan. While no definition of the source is known yet, it uses only the target's table. */
public final class NewKeySpaces implements KeySpaces {
    private final PipelineConfig config;
    private final Tables tables;

    public NewKeySpaces(PipelineConfig config, Tables tables) {
        this.config = config;
        this.tables = tables;
    }

    @Override
    public KeySpace of(TableName table) {
        if (!PipelineTables.captures(config, table)) {
            throw new IllegalArgumentException("the table " + table + " is not captured");
        }
        try {
            return tables.source().isEmpty() ? byTarget(table) : byPlan(table);
        } catch (UnknownTableException e) {
            throw new IllegalArgumentException("the source has no table " + table, e);
        } catch (MappingException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public List<Referring> referring(KeySpace space) {
        List<Referring> referring = new ArrayList<>();
        for (TableDefinition table : tables.source().values()) {
            if (!config.table(table.name().table()).skip()) {
                for (TablePlan plan : new TablePlanner(config, tables).plans(table.name())) {
                    plan.columns().written().values().forEach(column -> addReferring(plan, column, space, referring));
                }
            }
        }
        return referring;
    }

    private static void addReferring(TablePlan plan, ColumnPlan column, KeySpace space, List<Referring> referring) {
        TableName table = plan.target().name();
        if (refersTo(column.meaning(), space) && !plan.isOwnKey(column.name())) {
            referring.add(new Referring(table, column.target(), null, null, clocked(plan), isOfKey(plan, column)));
        } else if (column.meaning() instanceof KeyMeaning.Polymorphic polymorphic) {
            polymorphic.words().byValue().forEach((value, meaning) -> {
                if (refersTo(meaning, space)) {
                    plan.column(polymorphic.by())
                            .ifPresent(by -> referring.add(new Referring(
                                    table,
                                    column.target(),
                                    by.target(),
                                    onTarget(by, value),
                                    clocked(plan),
                                    isOfKey(plan, column))));
                }
            });
        }
    }

    /** The word that names the table of a polymorphic reference, as it is written on the target. */
    private static String onTarget(ColumnPlan by, String word) {
        return String.valueOf(ValueMapper.replaced(by, word));
    }

    private static boolean isOfKey(TablePlan plan, ColumnPlan column) {
        return plan.key().newKeys().isEmpty() && plan.key().columns().contains(column.name());
    }

    private static List<String> clocked(TablePlan plan) {
        return plan.target().columns().stream()
                .filter(ColumnDefinition::onUpdate)
                .map(ColumnDefinition::name)
                .toList();
    }

    private static boolean refersTo(KeyMeaning meaning, KeySpace space) {
        return meaning instanceof KeyMeaning.NewKey key && key.space().source().equals(space.source());
    }

    private KeySpace byPlan(TableName table) {
        return new TablePlanner(config, tables)
                .plan(table)
                .key()
                .newKeys()
                .orElseThrow(() -> new IllegalArgumentException("the rows of " + table + " get no new keys"));
    }

    private KeySpace byTarget(TableName table) {
        MappedNames names = MappedNames.of(config, table);
        TableDefinition target = tables.targetTable(names.tableOnTarget())
                .orElseThrow(() -> TablePlanner.noTargetTable(table, names.tableOnTarget()));
        Identity identity =
                names.config().keys().identity().orElse(config.rules().identity());
        if (!(identity instanceof Identity.Allocate) || !target.hasIntegerKey()) {
            throw new IllegalArgumentException("the rows of " + table + " get no new keys");
        }
        ColumnDefinition key = target.column(target.primaryKey().get(0)).orElseThrow();
        return KeyMeanings.keySpace(table, names, target, key);
    }
}
