package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.mapping.KeyMeaning;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.TablesBefore;
import io.dataflowsync.dpu.mapping.UnknownTableException;
import io.dataflowsync.dpu.plan.SchemaWork.First;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.schema.Wanted;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the row 0 of a table whose key becomes AUTO_INCREMENT: the source gives that row a number, without an event. */
final class NumberedZero {
    private static final String ZERO = "0";

    private final TableRegistry registry;

    NumberedZero(TableRegistry registry) {
        this.registry = registry;
    }

    /** Adds the old keys that {@link #first} needs. */
    void addNeeds(SchemaChange change, KeyNeeds needs) {
        plans(change).forEach(plan -> plan.key().newKeys().ifPresent(space -> needs.look(space, ZERO)));
    }

    /** @param before the tables of the source before the statement */
    List<First> first(SchemaChange change, KnownKeys keys, TablesBefore before) {
        return plans(change)
                .filter(plan -> before.table(plan.source())
                        .filter(table -> table.columns().stream().noneMatch(ColumnDefinition::autoIncrement))
                        .isPresent())
                .flatMap(plan -> row(plan, keys).stream())
                .toList();
    }

    /** Returns the tables that number their rows after the statement, as they were before it if it renames them. */
    private Stream<TablePlan> plans(SchemaChange change) {
        boolean keepsZero = change.ghost().statements().isEmpty()
                && change.statement().session() != null
                && change.statement().session().sqlMode().contains("NO_AUTO_VALUE_ON_ZERO");
        if (change.ghost().isSubject() || keepsZero) {
            return Stream.empty();
        }
        Map<TableName, TableName> origins = change.origins();
        return change.definitions().stream()
                .filter(table -> table.columns().stream().anyMatch(ColumnDefinition::autoIncrement))
                .flatMap(table -> {
                    TableName origin = origins.get(table.name());
                    SourcePosition place = change.origin().position();
                    return (origin == null ? plans(table.name(), place) : plans(origin, before(place))).stream();
                });
    }

    private static SourcePosition before(SourcePosition place) {
        return new SourcePosition(place.file(), place.position() - 1, 0, null, null);
    }

    private List<TablePlan> plans(TableName table, SourcePosition place) {
        try {
            return registry.contextAt(table, place).all().stream()
                    .map(TableContext::plan)
                    .toList();
        } catch (MappingException | UnknownTableException e) {
            return List.of();
        }
    }

    private static Optional<First> row(TablePlan plan, KnownKeys keys) {
        if (plan.key().newKeys().isPresent()) {
            return keys.find(plan.key().newKeys().get(), ZERO)
                    .filter(Relationship::isUsed)
                    .map(Relationship::newKey)
                    .map(key -> first(plan, plan.key().newKeys().get().keyColumn(), new BigInteger(key)));
        }
        return plan.key().columns().size() == 1
                ? plan.column(plan.key().columns().get(0))
                        .map(key -> first(
                                plan,
                                key.target(),
                                key.meaning() instanceof KeyMeaning.Shifted shifted
                                        ? BigInteger.valueOf(shifted.by())
                                        : BigInteger.ZERO))
                : Optional.empty();
    }

    private static First first(TablePlan plan, String column, BigInteger key) {
        String table = plan.target().name().table();
        return new First(
                new Wanted.NoRow(table, column, key),
                "the source has given the row 0 of " + plan.source()
                        + " a number, which no event reports: the row whose "
                        + column + " is " + key + " in the target's table " + table
                        + ". Delete that row there, with foreign_key_checks = 0: the lane goes on by itself."
                        + " Then dismiss the dead letters of the table, and read it again with"
                        + " POST /api/v1/capture/snapshots of cdc-service",
                null);
    }
}
