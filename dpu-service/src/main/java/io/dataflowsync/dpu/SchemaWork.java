package io.dataflowsync.dpu;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.TableName;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.schema.MovedTable;
import io.dataflowsync.dpu.schema.SchemaPlan;
import io.dataflowsync.dpu.schema.TargetStatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a schema change in one lane.
 *
 * @param plan what it is on the target
 * @param carries whether it is carried there; else the plan only tells what a person would run
 * @param isOwn whether that is this lane's matter
 */
record SchemaWork(SchemaPlan plan, boolean carries, boolean isOwn) {

    boolean isRun() {
        return carries && isOwn && plan instanceof SchemaPlan.Carried;
    }

    boolean isRefused() {
        return carries && isOwn && plan instanceof SchemaPlan.Refused;
    }

    /** The tables that have another name or another key behind it, or are gone. */
    Set<TableName> others() {
        return plan instanceof SchemaPlan.Carried carried
                ? Stream.concat(carried.moved().stream().map(MovedTable::from), carried.rekeyed().stream())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }

    List<TargetStatement> statements() {
        return ((SchemaPlan.Carried) plan).statements();
    }

    String why() {
        return ((SchemaPlan.Refused) plan).why();
    }

    LaneHaltedException halt(Received received, String why) {
        SchemaChange change = (SchemaChange) Objects.requireNonNull(received.event());
        String sql = plan.sql();
        return new LaneHaltedException(
                ErrorCode.SCHEMA_CHANGE_REFUSED,
                received.offset(),
                "the source ran " + change.ddl() + " (event " + change.id() + "), which "
                        + (sql.isEmpty() ? "cannot be carried to the target: " : "is on the target " + sql + ": ")
                        + why);
    }

    /** What the log says beside the statement. */
    @Nullable
    String text(@Nullable String note) {
        List<String> texts = new ArrayList<>();
        if (plan instanceof SchemaPlan.LeftOut left) {
            texts.add(left.why());
        } else if (!carries) {
            texts.add("not applied: the pipeline file does not say ddl: apply");
        }
        if (plan instanceof SchemaPlan.Refused refused) {
            texts.add(refused.why());
        } else if (plan instanceof SchemaPlan.Carried carried
                && !carried.leftOut().isEmpty()) {
            texts.add("left out: " + String.join("; ", carried.leftOut()));
        }
        if (note != null) {
            texts.add(note);
        }
        return texts.isEmpty() ? null : String.join("; ", texts);
    }
}
