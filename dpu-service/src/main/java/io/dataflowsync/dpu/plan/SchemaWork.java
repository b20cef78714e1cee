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
 * Says what one lane has to do at a schema change: run the statements of a {@link SchemaPlan}, halt, or pass.
 *
 * @param plan the statements for the target
 * @param duty the part that the lane has in it
 * @param visible whether the target shows by its columns that the statement was done there by hand; else only a change of its tables shows
 *     it
 * @param first the conditions that the target must fulfil before the lane passes, because rows after the statement would be mixed with
 *     those of another table
 * @param remeant the tables of which a column has keys of another kind after the statement
 * @param late the tables whose earlier rows would get other values after the statement
 * @param passedBy the operator who has asked to pass it; null if there is none
 * @param mixed a text for each column that has keys of two kinds from now on, because the statement is passed all the same
 */
public record SchemaWork(
        SchemaPlan plan,
        Duty duty,
        boolean visible,
        List<First> first,
        Set<TableName> remeant,
        Set<TableName> late,
        @Nullable String passedBy,
        List<String> mixed) {

    /**
     * The part that a lane has in a schema change.
     *
     * @param carries whether the statements are run on the target; else the plan only shows what an operator would run
     * @param isOwn whether running them is the task of this lane
     * @param guards whether the lane halts if the target would be wrong after the statement
     */
    public record Duty(boolean carries, boolean isOwn, boolean guards) {
        boolean isRunning() {
            return carries && isOwn;
        }
    }

    /**
     * A condition that the target must fulfil first.
     *
     * @param why the reason why the lane does not pass while the condition is not fulfilled, and the remedy
     * @param byHand the condition that is fulfilled once the statement was done there by hand and the table is another one, so that the
     *     lane passes, too; null if that is no solution
     */
    public record First(Wanted wanted, String why, Wanted.@Nullable OfColumn byHand) {}

    public boolean isRun() {
        return duty.isRunning() && plan instanceof SchemaPlan.Carried;
    }

    public boolean isRefused() {
        return duty.isOwn()
                && plan instanceof SchemaPlan.Refused refused
                && (duty.carries() || duty.guards() && refused.ofRows());
    }

    /** Whether an operator has to act before the lane passes, in a way that is not known here. */
    public boolean isUnsure() {
        return plan instanceof SchemaPlan.Refused refused && (duty.carries() || refused.ofRows())
                || plan instanceof SchemaPlan.Unread && duty.carries();
    }

    /** The part that an operator has to do by hand before the lane passes. */
    public Optional<SchemaPlan.Unread> byHand() {
        return duty.isRunning() && plan instanceof SchemaPlan.Unread unread ? Optional.of(unread) : Optional.empty();
    }

    /** The tables that are gone after the statement, or have another name, key, references or values in earlier rows. */
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

    /** Returns the text that the log gets in addition to the statement. */
    @Nullable
    public String text(@Nullable String note) {
        List<String> texts = new ArrayList<>();
        if (plan instanceof SchemaPlan.LeftOut left) {
            texts.add(left.why());
        } else if (passedBy != null) {
            texts.add("not applied: passed by " + passedBy);
        } else if (!duty.carries()) {
            texts.add("not applied: the pipeline file does not say ddl: apply");
        }
        if (plan instanceof SchemaPlan.Refused refused) {
            texts.add(refused.why());
        } else if (plan instanceof SchemaPlan.Unread unread) {
            texts.add(duty.carries() ? "done by hand: " + unread.why() : unread.why());
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
