package io.dataflowsync.dpu;

import io.dataflowsync.contract.config.PipelineConfig.Ddl;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.dpu.deadletter.Touched;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.schema.SchemaMapper;
import java.util.List;

/** Plans schema changes: each lane learns of the definitions, and the table's own may carry the statement to the target. */
final class SchemaChanges {
    private final Ddl ddl;
    private final SchemaMapper mapper;
    private final TableRooms rooms;

    SchemaChanges(Ddl ddl, SchemaMapper mapper, TableRooms rooms) {
        this.ddl = ddl;
        this.mapper = mapper;
        this.rooms = rooms;
    }

    Planned plan(Received received, SchemaChange change) {
        rooms.define(change.origin().position(), change.definitions());
        if (received.lane() != change.lane()) {
            return new Planned(received, null, null, null, List.of(), null, List.of(), Touched.NOTHING);
        }
        rooms.rereadTarget();
        SchemaWork work = new SchemaWork(mapper.plan(change, rooms::targetTable), ddl == Ddl.APPLY);
        return new Planned(received, null, null, null, List.of(), null, List.of(), Touched.NOTHING, work);
    }
}
