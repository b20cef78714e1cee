package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.dpu.execute.Result;
import io.dataflowsync.dpu.execute.Target;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import io.dataflowsync.dpu.plan.SchemaWork;
import io.dataflowsync.dpu.plan.SchemaWork.First;
import io.dataflowsync.dpu.schema.SchemaPlan;
import io.dataflowsync.dpu.schema.Wanted;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes a lane past a schema change: it has the statements run, or halts the lane until an operator has acted or has asked to pass it. */
final class SchemaChangeRun {
    private static final Logger LOG = Logger.getLogger(SchemaChangeRun.class);

    private final Target target;
    private final HaltedSchemaChanges halted;

    SchemaChangeRun(Target target, HaltedSchemaChanges halted) {
        this.target = target;
        this.halted = halted;
    }

    /**
     * Runs the statements, if this lane has any to run.
     *
     * @return the target's answer; empty if nothing is to be run, so that only the checkpoint has to be kept
     * @throws LaneHaltedException if the target would be wrong after the statement, or has refused it
     */
    Optional<Result> run(Target.Batch work, Received received, SchemaWork schema) throws SQLException {
        SchemaChange change = (SchemaChange) Objects.requireNonNull(received.event());
        try {
            require(work, received, schema);
            if (!schema.isRun() && schema.byHand().isEmpty()) {
                return Optional.empty();
            }
            if (!halted.goesOn(change.id())) {
                throw schema.halt(received, "an operator has just asked to pass it");
            }
            Result result =
                    target.alter(work, schema.statements(), change.statement().readableSession());
            if (result instanceof Result.Failed failed) {
                throw schema.halt(received, failed.code().word() + ": " + failed.text());
            }
            LOG.infof(
                    "Lane %d: %s is changed: %s",
                    received.lane(), change.table(), schema.plan().sql());
            return Optional.of(result);
        } catch (LaneHaltedException e) {
            if (e.code() == ErrorCode.SCHEMA_CHANGE_REFUSED) {
                halted.keep(change, received.lane(), String.valueOf(e.getMessage()));
            }
            throw e;
        }
    }

    private void require(Target.Batch work, Received received, SchemaWork schema) throws SQLException {
        if (schema.isRefused()) {
            throw schema.halt(received, schema.why());
        }
        SchemaChange change = (SchemaChange) Objects.requireNonNull(received.event());
        for (First first : schema.first()) {
            boolean isAsked = first.wanted() instanceof Wanted.NoRowOf;
            if (!target.holds(first.wanted(), isAsked ? change.statement().readableSession() : null)
                    && !isDoneByHand(received, first.byHand())) {
                throw schema.halt(received, first.why());
            }
        }
        if (schema.byHand().isPresent()) {
            SchemaPlan.Unread unread = schema.byHand().get();
            if (!target.isDoneByHand(work.end().eventId(), unread.tables(), unread.wanted(), schema.visible())) {
                throw schema.halt(
                        received,
                        unread.why()
                                + "; do it there by hand, in SQL that the target understands: the lane goes on once the tables "
                                + unread.tables() + " differ from now and have the source's columns");
            }
        }
    }

    private boolean isDoneByHand(Received received, Wanted.@Nullable OfColumn wanted) throws SQLException {
        return wanted != null
                && target.isDoneByHand(
                        received.eventId() + " " + wanted.table(), List.of(wanted.table()), List.of(wanted), false);
    }
}
