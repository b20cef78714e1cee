package io.dataflowsync.cdc;

import io.dataflowsync.cdc.Patience.Peer;
import io.dataflowsync.cdc.capture.CapturedTables;
import io.dataflowsync.cdc.capture.SourceOffset;
import io.dataflowsync.cdc.log.TieLog;
import io.dataflowsync.cdc.mapping.DeclaredTies;
import io.dataflowsync.cdc.mapping.LaneAssignment;
import io.dataflowsync.cdc.mapping.UnfollowedKeys;
import io.dataflowsync.contract.config.PipelineConfig;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.TableName;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * How the tables refer to each other by now, and so the lane of each. A table changes its lane at a statement only, where all lanes can
 * meet: what waits in the former lane would be overtaken otherwise. For one thread.
 */
final class Ties {
    private static final Logger LOG = Logger.getLogger(Ties.class);

    private final PipelineConfig config;
    private final CapturedTables tables;
    private final TieLog log;
    private final Patience patience;
    private DeclaredTies declared;
    private LaneAssignment lanes;
    private UnfollowedKeys unfollowed;

    Ties(PipelineConfig config, CapturedTables tables, TieLog log, Patience patience) {
        this.config = config;
        this.tables = tables;
        this.log = log;
        this.patience = patience;
        this.declared = wanted();
        this.lanes = assigned();
        this.unfollowed = UnfollowedKeys.of(tables.all(), config);
    }

    LaneAssignment lanes() {
        return lanes;
    }

    UnfollowedKeys unfollowed() {
        return unfollowed;
    }

    /**
     * Begins behind what is on the topic. Another pipeline file than the one that it was published with has the tables in their former lanes
     * until the next statement.
     *
     * @param offset behind the last batch; empty where there is none
     * @param last the place of the last event, where that is known
     */
    void begin(Optional<SourceOffset> offset, Optional<BinlogPosition> last) throws InterruptedException {
        DeclaredTies wanted = wanted();
        Optional<DeclaredTies> held = offset.isEmpty() ? Optional.empty() : held(offset.get(), last);
        if (held.isEmpty()) {
            hold(null, wanted);
        }
        declared = held.orElse(wanted);
        look();
        if (!declared.equals(wanted)) {
            tell(LaneAssignment.of(tables.all(), wanted, lanes.count()).movedSince(lanes));
        }
    }

    private static void tell(List<TableName> waiting) {
        if (!waiting.isEmpty()) {
            LOG.infof("The pipeline file ties %s otherwise: they change their lanes at the next statement", waiting);
        }
    }

    private Optional<DeclaredTies> held(SourceOffset offset, Optional<BinlogPosition> last)
            throws InterruptedException {
        BinlogPosition behind = last.filter(place -> !offset.inSnapshot() && place.compareTo(offset.place()) > 0)
                .orElse(offset.place());
        return patience.insist(Peer.LOG, "read how tables are tied", () -> log.at(offset.inSnapshot() ? null : behind));
    }

    /**
     * From a statement on the tables are tied as they are behind it, and as the pipeline file has it now.
     *
     * @return those that have another lane
     */
    List<TableName> pass(SchemaChange change) throws InterruptedException {
        LaneAssignment earlier = lanes;
        DeclaredTies wanted = wanted();
        if (!wanted.equals(declared)) {
            hold(change.origin().position().place(), wanted);
            declared = wanted;
        }
        look();
        return lanes.movedSince(earlier);
    }

    private void hold(@Nullable BinlogPosition since, DeclaredTies ties) throws InterruptedException {
        patience.insist(Peer.LOG, "keep how tables are tied", () -> {
            log.hold(since, ties);
            return true;
        });
    }

    private DeclaredTies wanted() {
        return DeclaredTies.of(tables.all(), config);
    }

    private void look() {
        lanes = assigned();
        unfollowed = UnfollowedKeys.of(tables.all(), config);
    }

    private LaneAssignment assigned() {
        return LaneAssignment.of(
                tables.all(), declared, config.broker().orElseThrow().partitions());
    }
}
