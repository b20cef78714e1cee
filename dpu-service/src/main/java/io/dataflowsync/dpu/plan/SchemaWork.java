package io.dataflowsync.dpu.plan;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.schema.SchemaPlan;
import io.dataflowsync.dpu.schema.TargetStatement;
import io.dataflowsync.dpu.schema.Wanted;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a schema change in one lane.
 *
 * @param plan what it is on the target
 * @param carries whether it is carried there; else the plan only tells what a person would run
 * @param isOwn whether that is this lane's matter
 * @param guards whether the lane halts where the target would be wrong behind it
 * @param told whether the target shows by its columns that it was done there by hand; else only a change of its tables does
 * @param first what the target must show before the lane passes: rows behind it would be mixed with those of another table
 * @param remeant the tables of which a column has keys of another kind behind it
 * @param late the tables of which rows of before would come out otherwise behind it
 * @param passedBy who has asked to pass it; null where nobody has
 * @param mixed the columns that have keys of two kinds from now on, in words: it is to be passed all the same
 */
public record SchemaWork(
        SchemaPlan plan,
        boolean carries,
        boolean isOwn,
        boolean guards,
        boolean told,
        List<First> first,
        Set<TableName> remeant,
        Set<TableName> late,
        @Nullable String passedBy,
        List<String> mixed) {

    /**
     * What the target must show first.
     *
     * @param why the lane does not pass where it does not, and what leads on
     * @param byHand what it shows once somebody has done the statement there by hand and the table is another one, so that the lane passes
     *     too; null where that is no way
     */
    public record First(Wanted wanted, String why, Wanted.@Nullable OfColumn byHand) {}

    public boolean isRun() {
        return carries && isOwn && plan instanceof SchemaPlan.Carried;
    }

    public boolean isRefused() {
        return isOwn && plan instanceof SchemaPlan.Refused refused && (carries || guards && refused.ofRows());
    }

    /** Whether somebody has to act before the lane passes, by means that nobody knows here. */
    public boolean isUnsure() {
        return plan instanceof SchemaPlan.Refused refused && (carries || refused.ofRows())
                || plan instanceof SchemaPlan.Unread && carries;
    }

    /** What somebody has to do by hand before the lane passes. */
    public Optional<SchemaPlan.Unread> byHand() {
        return carries && isOwn && plan instanceof SchemaPlan.Unread unread ? Optional.of(unread) : Optional.empty();
    }

    /** The tables that are gone behind it, or have another name, another key, other references or other values in the rows of before. */
    public Set<TableName> others() {
        Set<TableName> others = new TreeSet<>(remeant);
        others.addAll(late);
        plan.moved().forEach(table -> others.add(table.from()));
        if (plan instanceof SchemaPlan.Carried carried) {
            others.addAll(carried.rekeyed());
        }
        return others;
    }

    public List<TargetStatement> statements() {
        return plan instanceof SchemaPlan.Carried carried ? carried.statements() : List.of();
    }

    public String why() {
        return ((SchemaPlan.Refused) plan).why();
    }

    public LaneHaltedException halt(Received received, String why) {
        SchemaChange change = (SchemaChange) Objects.requireNonNull(received.event());
        String sql = plan.sql();
        return new LaneHaltedException(
                ErrorCode.SCHEMA_CHANGE_REFUSED,
                received.offset(),
                change.id(),
                "the source ran " + change.ddl() + " (event " + change.id() + "), which "
                        + (sql.isEmpty() ? "cannot be carried to the target: " : "is on the target " + sql + ": ")
                        + why,
                passedBy == null ? new PassableStatement(change.id(), change.ddl(), sql) : null);
    }

    /** What the log says beside the statement. */
    @Nullable
    String text(@Nullable String note) {
        List<String> texts = new ArrayList<>();
        if (plan instanceof SchemaPlan.LeftOut left) {
            texts.add(left.why());
        } else if (passedBy != null) {
            texts.add("not applied: passed by " + passedBy);
        } else if (!carries) {
            texts.add("not applied: the pipeline file does not say ddl: apply");
        }
        if (plan instanceof SchemaPlan.Refused refused) {
            texts.add(refused.why());
        } else if (plan instanceof SchemaPlan.Unread unread) {
            texts.add(carries ? "done by hand: " + unread.why() : unread.why());
        } else if (plan instanceof SchemaPlan.Carried carried
                && !carried.leftOut().isEmpty()) {
            texts.add("left out: " + String.join("; ", carried.leftOut()));
        }
        texts.addAll(mixed);
        if (note != null) {
            texts.add(note);
        }
        return texts.isEmpty() ? null : String.join("; ", texts);
    }
}
