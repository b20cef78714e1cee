package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.TableRename;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.log.Barriers;
import io.dataflowsync.dpu.plan.LaneHaltedException;
import io.dataflowsync.dpu.plan.SchemaWork;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lets all lanes wait for each other at a statement that changes what rows mean: a table's name, its key, what it refers to.
 *
 * <p>Each lane waits at its copy of the statement until everything before it is done in all lanes. The lane of the statement's table runs
 * it. The others go on once that is done and logged. In every lane, rows before the statement are planned before it, and rows after it are
 * planned after it.
 */
public final class LaneBarrier {
    private final Barriers barriers;

    public LaneBarrier(Barriers barriers) {
        this.barriers = barriers;
    }

    /** The number of lanes that wait for each other at a statement; 0 if none waits. */
    static int lanes(SchemaChange change) {
        return change.routing().awaits() > 1 ? change.routing().awaits() : 0;
    }

    /**
     * Returns when the lane may pass its copy of the statement.
     *
     * @param work the work that the statement means on the target; null if it cannot be planned
     * @throws ServerException while another lane has not come as far
     * @throws LaneHaltedException while the lane has dead letters that could not be applied afterwards
     */
    void await(Lane lane, Received received, SchemaChange change, @Nullable SchemaWork work) throws SQLException {
        if (work != null) {
            requireNoLetters(lane, received, change, work);
        }
        if (lanes(change) == 0) {
            return;
        }
        if (lane.number() != change.routing().lane()) {
            barriers.arrive(change.id(), lane.number());
        }
        Optional<String> waits = waitsFor(
                lane.number(), change, barriers.at(change.id(), change.origin().position()));
        if (waits.isPresent()) {
            throw new ServerException(ErrorCode.LANES_APART, new SQLException(waits.get()));
        }
    }

    /** Returns what a lane waits for at its copy of a statement; empty if it may pass. */
    static Optional<String> waitsFor(int lane, SchemaChange change, Barriers.Lanes at) {
        if (lane != change.routing().lane()) {
            return at.passed().contains(change.routing().lane())
                    ? Optional.empty()
                    : Optional.of("lane " + lane + " waits until lane "
                            + change.routing().lane() + " is past event " + change.id() + ": " + change.ddl());
        }
        List<Integer> missing = IntStream.range(0, lanes(change))
                .filter(other -> other != lane && !at.come().contains(other))
                .boxed()
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of("lane " + lane + " waits until " + (missing.size() == 1 ? "lane " : "lanes ")
                        + String.join(
                                ", ", missing.stream().map(String::valueOf).toList())
                        + (missing.size() == 1 ? " has" : " have") + " come to event " + change.id() + ": "
                        + change.ddl());
    }

    /**
     * Halts the lane while it has dead letters about tables that the statement changes.
     *
     * <p>An earlier event names the table by a name, or its rows by a key, that may mean another one from now on. And where later events of
     * the rows are in another lane, they do not wait for it.
     */
    private static void requireNoLetters(Lane lane, Received received, SchemaChange change, SchemaWork work) {
        List<TableName> renamed =
                change.renames().stream().map(TableRename::from).toList();
        Optional<TableName> held = Stream.of(work.others(), change.routing().moved(), renamed, unsure(change, work))
                .flatMap(Collection::stream)
                .filter(lane.held()::holdsOf)
                .findFirst();
        if (held.isPresent()) {
            throw new LaneHaltedException(
                    ErrorCode.LETTERS_FIRST,
                    received.offset(),
                    change.id(),
                    "the source ran " + change.ddl() + " (event " + change.id() + "), and dead letters of lane "
                            + lane.number() + " are about rows of " + held.get()
                            + ", which is another table after it or none, or has another name, key or lane, or other rows, references, values or defaults");
        }
    }

    /**
     * Returns the tables that are gone after the statement, by whatever name; for a statement that is not carried as it is, all its tables.
     */
    private static List<TableName> unsure(SchemaChange change, SchemaWork work) {
        boolean all = work.isUnsure();
        return change.definitions().stream()
                .filter(table -> all || table.columns().isEmpty())
                .map(TableDefinition::name)
                .toList();
    }
}
