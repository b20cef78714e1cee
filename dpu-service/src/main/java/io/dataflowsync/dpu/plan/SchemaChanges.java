package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.mapping.ChangedMeanings;
import io.dataflowsync.dpu.mapping.ChangedValues;
import io.dataflowsync.dpu.plan.SchemaWork.First;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.schema.MovedTable;
import io.dataflowsync.dpu.schema.SchemaMapper;
import io.dataflowsync.dpu.schema.SchemaPlan;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.schema.WayOn;
import io.dataflowsync.dpu.statement.Work;
import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import java.math.BigInteger;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Plans the event of a schema change for one lane: it decides from the {@link SchemaPlan} about the lane's {@link SchemaWork}.
 *
 * <p>Each lane gets the new definitions, and only the lane of the table carries the statement to the target.
 */
public final class SchemaChanges {
    private static final Logger LOG = Logger.getLogger(SchemaChanges.class);

    private final Ddl configured;
    private final String targetSchema;
    private final SchemaMapper mapper;
    private final TableRegistry registry;
    private final SchemaChangeRequests requests;
    private final NumberedZero numbered;

    public SchemaChanges(
            Ddl ddl, String targetSchema, SchemaMapper mapper, TableRegistry registry, SchemaChangeRequests requests) {
        this.configured = ddl;
        this.targetSchema = targetSchema;
        this.mapper = mapper;
        this.registry = registry;
        this.requests = requests;
        this.numbered = new NumberedZero(registry);
    }

    NumberedZero numbered() {
        return numbered;
    }

    /** @param keys the keys that {@link NumberedZero#addNeeds} has asked for */
    PlannedEvent plan(Received received, SchemaChange change, KnownKeys keys) throws SQLException {
        registry.define(change.origin().position(), change.definitions());
        boolean isOwn = received.lane() == change.routing().lane();
        Optional<String> passedBy = isOwn ? requests.passedBy(change.id()) : Optional.empty();
        Ddl ddl = passedBy.isPresent() ? Ddl.IGNORE : configured;
        if (isOwn) {
            registry.rereadTarget();
        }
        ChangedMeanings meanings = registry.changedMeanings(change.origin().position());
        SchemaPlan plan = mapper.plan(change, registry::targetTable, meanings.tablesBefore());
        boolean guards = ddl != Ddl.IGNORE && isOwn && !change.ghost().isSubject();
        Map<TableName, TableName> origins = origins(change, plan);
        boolean isLaterPart = change.ghost().statements().isEmpty()
                && origins.isEmpty()
                && !origins(plan).isEmpty();
        List<ChangedMeanings.Change> mixed =
                change.ghost().isSubject() || isLaterPart ? List.of() : meanings.of(origins, plan.columns());
        boolean isPassed = passedBy.isPresent();
        Set<TableName> passed = isPassed ? named(change) : Set.of();
        ChangedRows rows = new ChangedRows(
                        isLaterPart ? List.of() : meanings.definitionsAfter(change.definitions(), origins.keySet()),
                        origins,
                        plan.columns(),
                        ChangedRows.mode(change))
                .without(passed);
        List<First> changed = guards || isPassed
                ? rows.first(
                        meanings,
                        guards && !isLaterPart ? numbered.first(change, keys, meanings.tablesBefore()) : List.of())
                : List.of();
        List<ChangedValues.Change> unlike = guards || isPassed ? rows.unlike(meanings, ddl == Ddl.APPLY) : List.of();
        SchemaPlan requiring = plan;
        if (ddl == Ddl.APPLY
                && plan instanceof SchemaPlan.Carried carried
                && !carried.statements().isEmpty()) {
            requiring = carried.requiring(unlike.stream()
                    .map(other -> ChangedRows.condition(other, targetSchema))
                    .toList());
        } else {
            changed = Stream.concat(changed.stream(), unlike.stream().map(ChangedRows::first))
                    .toList();
        }
        SchemaWork work = new SchemaWork(
                requiring,
                new SchemaWork.Duty(ddl == Ddl.APPLY, isOwn, guards),
                registry.haveMore(change.definitions()),
                guards
                        ? first(change, plan, origins, mixed, changed)
                        : isPassed ? firstOfOthers(passed, origins, mixed, changed) : List.of(),
                ddl == Ddl.IGNORE ? Set.of() : sources(mixed),
                ddl == Ddl.IGNORE && !isPassed || change.ghost().isSubject() ? Set.of() : rows.late(meanings),
                passedBy.orElse(null),
                ddl == Ddl.IGNORE && isOwn
                        ? mixed.stream().map(SchemaChanges::passedText).toList()
                        : List.of());
        work.mixed().forEach(column -> LOG.warnf("%s (event %s): %s", change.ddl(), change.id(), column));
        return new PlannedEvent(
                received,
                PlannedEvent.LoggedRow.NONE,
                Work.inPlace(List.of()),
                null,
                isOwn ? relationships(work) : List.of(),
                AffectedRows.NOTHING,
                work,
                null);
    }

    /**
     * Returns the conditions that the target must fulfil before rows after the statement are applied.
     *
     * <p>A table that the source has dropped or renamed, and a new one of that name, are two tables: the rows of one are never written to
     * the other. And no column may have old keys and new keys at once.
     */
    private List<First> first(
            SchemaChange change,
            SchemaPlan plan,
            Map<TableName, TableName> origins,
            List<ChangedMeanings.Change> mixed,
            List<First> changed) {
        List<First> wanted = new ArrayList<>(changed);
        if (change.ghost().statements().isEmpty()) {
            moved(plan, wanted);
            Set<TableName> renamed = origins(plan).keySet();
            for (TableName table : registry.comingBack(change.definitions())) {
                if (!renamed.contains(table)) {
                    targetsOfItsOwn(table).forEach(name -> wanted.add(empty(name)));
                }
            }
        }
        mixed.stream().map(mix -> unmixed(mix, origins)).forEach(wanted::add);
        return wanted;
    }

    /**
     * Returns the tables that a part of a statement is about. If an operator passes it, the other tables that the statement renames are not
     * passed.
     */
    private static Set<TableName> named(SchemaChange change) {
        Set<TableName> named =
                change.definitions().stream().map(TableDefinition::name).collect(Collectors.toSet());
        Optional.ofNullable(change.table()).ifPresent(named::add);
        return named;
    }

    /** Returns the conditions of later parts of a statement of which the first part was passed. */
    private List<First> firstOfOthers(
            Set<TableName> passed,
            Map<TableName, TableName> origins,
            List<ChangedMeanings.Change> mixed,
            List<First> changed) {
        List<First> wanted = new ArrayList<>(changed);
        mixed.stream()
                .filter(mix -> origins.containsValue(mix.source()) && !passed.contains(mix.source()))
                .map(mix -> unmixed(mix, origins))
                .forEach(wanted::add);
        return wanted;
    }

    private static Set<TableName> sources(List<ChangedMeanings.Change> mixed) {
        return mixed.stream().map(ChangedMeanings.Change::source).collect(Collectors.toSet());
    }

    private static String passedText(ChangedMeanings.Change change) {
        return "passed all the same: the column " + Identifiers.quoted(change.column())
                + " of "
                + Identifiers.quoted(change.table()) + " has " + change.before() + ", and rows that follow have "
                + change.after() + " there";
    }

    /** Adds the conditions for tables that have to be renamed by hand, where statements are not carried. */
    private void moved(SchemaPlan plan, List<First> wanted) {
        if (configured != Ddl.STOP) {
            return;
        }
        if (plan instanceof SchemaPlan.Carried carried) {
            carried.byHand().stream()
                    .map(condition -> new First(
                            new Wanted.NoRowOf(condition.query()),
                            condition.why(),
                            condition.unless() instanceof Wanted.OfColumn done ? done : null))
                    .forEach(wanted::add);
        }
        for (MovedTable table : plan.moved()) {
            if (table.targetTo() != null && !table.targetTo().equals(table.targetFrom())) {
                wanted.add(new First(
                        new Wanted.Table(table.targetTo(), List.of()),
                        "the pipeline file does not say ddl: apply, and the rows that follow would go to another table; run it there",
                        null));
                wanted.add(empty(table.targetFrom()));
            }
        }
    }

    /**
     * Returns the names before the statement of the tables that it renames, by their names after it.
     *
     * <p>They come with the statement's first part. An ALTER has only one part, and may not have been read as a whole, so that no names
     * come with it.
     */
    private static Map<TableName, TableName> origins(SchemaChange change, SchemaPlan plan) {
        boolean isPart = change.statement().readable().stripLeading().regionMatches(true, 0, "RENAME", 0, 6);
        return change.renames().isEmpty() && change.ghost().statements().isEmpty() && !isPart
                ? origins(plan)
                : change.origins();
    }

    /** Returns the same for one part alone. A swap of two names uses a third name. */
    private static Map<TableName, TableName> origins(SchemaPlan plan) {
        Map<TableName, TableName> origins = new HashMap<>();
        for (MovedTable table : plan.moved()) {
            if (table.to() != null) {
                TableName before = origins.remove(table.from());
                origins.put(table.to(), before == null ? table.from() : before);
            }
        }
        return origins;
    }

    private static First empty(String table) {
        return new First(
                new Wanted.NoRows(table),
                "the target's table " + table
                        + " has rows of a table that the source has dropped or given another name,"
                        + " and those that follow would be mixed with them; drop or rename it there, or empty it",
                null);
    }

    private First unmixed(ChangedMeanings.Change change, Map<TableName, TableName> origins) {
        String name = onTarget(change, origins);
        String table = Identifiers.quoted(name);
        String column = Identifiers.quoted(change.column());
        if (change.added()) {
            return new First(
                    new Wanted.NoRows(name),
                    "the rows of " + table + " would get the default of the new column " + column
                            + " as the source has it, and rows that follow have " + change.after()
                            + " there. " + WayOn.deleteAndReadAgain(table),
                    null);
        }
        Wanted.ReferenceTo byHand =
                change.parent() == null ? null : new Wanted.ReferenceTo(name, change.column(), change.parent());
        return new First(
                new Wanted.NoValues(name, change.column()),
                "the column " + column + " of " + table + " has " + change.before() + ", and rows that follow have "
                        + change.after()
                        + " there. In the rows that came from the source, set it to NULL, or delete them,"
                        + " with foreign_key_checks = 0: " + WayOn.READ_AGAIN
                        + (byHand == null
                                ? ". If it refers to another table from here on, name that one under references in the pipeline file,"
                                        + " and start both services again"
                                : ". Or give it the new keys, and run the statement there by hand: that counts, too"),
                byHand);
    }

    /** Returns the target's table under its name before the statement, or under its name after it if it was renamed by hand already. */
    private String onTarget(ChangedMeanings.Change change, Map<TableName, TableName> origins) {
        return registry.targetTable(change.table()).isPresent()
                ? change.table()
                : origins.entrySet().stream()
                        .filter(renamed -> renamed.getValue().equals(change.source()))
                        .flatMap(renamed -> mapper.targetsOf(List.of(renamed.getKey())).stream())
                        .filter(name -> registry.targetTable(name).isPresent())
                        .findFirst()
                        .orElse(change.table());
    }

    /** Returns the target's tables to which only rows of this table go. */
    private Set<String> targetsOfItsOwn(TableName table) {
        Set<TableName> others = new HashSet<>(registry.sourceTables());
        others.remove(table);
        Set<String> own = new TreeSet<>(mapper.targetsOf(List.of(table)));
        own.removeAll(mapper.targetsOf(others));
        return own;
    }

    /**
     * Returns the changes of relationships.
     *
     * <p>Keys follow their table's name, whatever is done on the target. They are deleted only with a table that is dropped there.
     */
    private List<RelationshipChange> relationships(SchemaWork work) {
        List<RelationshipChange> changes = new ArrayList<>();
        for (MovedTable table : work.plan().moved()) {
            KeySpace space = new KeySpace(
                    table.from(), new TableName(targetSchema, table.targetFrom()), "", false, BigInteger.ZERO, false);
            if (table.to() != null && table.targetTo() != null) {
                changes.add(new RelationshipChange.Renamed(space, table.to(), table.targetTo()));
            } else if (work.duty().carries()) {
                changes.add(new RelationshipChange.Dropped(space));
            }
        }
        return changes;
    }
}
