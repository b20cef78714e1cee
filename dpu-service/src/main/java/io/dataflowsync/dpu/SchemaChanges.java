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
import io.dataflowsync.dpu.statement.Touches;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

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
        SchemaWork work = new SchemaWork(mapper.plan(change, rooms::targetTable), ddl == Ddl.APPLY, isOwn);
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
