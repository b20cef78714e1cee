package io.dataflowsync.dpu;

import io.dataflowsync.contract.config.PipelineConfig.Ddl;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.deadletter.Touched;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.relationship.KeySpace;
import io.dataflowsync.dpu.relationship.RelationshipChange;
import io.dataflowsync.dpu.schema.MovedTable;
import io.dataflowsync.dpu.schema.SchemaMapper;
import io.dataflowsync.dpu.schema.SchemaPlan;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.statement.Touches;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Plans schema changes: each lane learns of the definitions, and only the table's own carries the statement to the target. */
final class SchemaChanges {
    private final Ddl ddl;
    private final String targetSchema;
    private final SchemaMapper mapper;
    private final TableRooms rooms;

    SchemaChanges(Ddl ddl, String targetSchema, SchemaMapper mapper, TableRooms rooms) {
        this.ddl = ddl;
        this.targetSchema = targetSchema;
        this.mapper = mapper;
        this.rooms = rooms;
    }

    Planned plan(Received received, SchemaChange change) {
        rooms.define(change.origin().position(), change.definitions());
        boolean isOwn = received.lane() == change.lane();
        if (isOwn) {
            rooms.rereadTarget();
        }
        SchemaPlan plan = mapper.plan(change, rooms::targetTable);
        SchemaWork work = new SchemaWork(
                plan,
                ddl == Ddl.APPLY,
                isOwn,
                rooms.haveMore(change.definitions()),
                isOwn ? first(change, plan) : List.of());
        return new Planned(
                received,
                null,
                null,
                null,
                List.of(),
                null,
                isOwn ? relationships(work) : List.of(),
                Touched.NOTHING,
                Touches.EVERYTHING,
                work,
                null);
    }

    /**
     * What the target must show before rows behind the statement are applied. A table that is gone from the source, by whatever name, and
     * a new one of that name are two: the rows of the one are never written to the other.
     */
    private List<Wanted> first(SchemaChange change, SchemaPlan plan) {
        if (ddl == Ddl.IGNORE || change.ofGhost() || !change.ghost().isEmpty()) {
            return List.of();
        }
        List<Wanted> wanted = new ArrayList<>();
        Set<TableName> renamed = new HashSet<>();
        if (plan instanceof SchemaPlan.Carried carried) {
            for (MovedTable table : carried.moved()) {
                if (table.to() != null && table.targetTo() != null) {
                    renamed.add(table.to());
                    if (ddl == Ddl.STOP && !table.targetTo().equals(table.targetFrom())) {
                        wanted.add(new Wanted.Table(table.targetTo(), List.of()));
                        wanted.add(new Wanted.NoRows(table.targetFrom()));
                    }
                }
            }
        }
        for (TableName table : rooms.comingBack(change.definitions())) {
            if (!renamed.contains(table)) {
                targetsOfItsOwn(table).forEach(name -> wanted.add(new Wanted.NoRows(name)));
            }
        }
        return wanted;
    }

    /** The target's tables that rows of no other table go to. */
    private Set<String> targetsOfItsOwn(TableName table) {
        Set<TableName> others = new HashSet<>(rooms.sourceTables());
        others.remove(table);
        Set<String> own = new TreeSet<>(mapper.targetsOf(List.of(table)));
        own.removeAll(mapper.targetsOf(others));
        return own;
    }

    /** Keys follow their table's name whatever is done on the target; they go only with a table that is dropped there. */
    private List<RelationshipChange> relationships(SchemaWork work) {
        List<RelationshipChange> changes = new ArrayList<>();
        if (work.plan() instanceof SchemaPlan.Carried carried) {
            for (MovedTable table : carried.moved()) {
                KeySpace space = new KeySpace(
                        table.from(), new TableName(targetSchema, table.targetFrom()), "", false, BigInteger.ZERO);
                if (table.to() != null && table.targetTo() != null) {
                    changes.add(new RelationshipChange.Renamed(space, table.to(), table.targetTo()));
                } else if (work.carries()) {
                    changes.add(new RelationshipChange.Dropped(space));
                }
            }
        }
        return changes;
    }
}
