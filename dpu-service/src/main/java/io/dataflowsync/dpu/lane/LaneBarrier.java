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
 * Lets all lanes meet at a statement that changes what rows mean: a table's name, its key, what it refers to. Each lane waits at its copy
 * until what is before it is done in all of them; the lane of the statement's table runs it; the others go on once that is done and
 * logged. So no row of before is planned after it, and none of after before it, whichever lane it is in.
 */
public final class LaneBarrier {
    private final Barriers barriers;

    public LaneBarrier(Barriers barriers) {
        this.barriers = barriers;
    }

    /** How many lanes meet at a statement; 0 where none waits for another. */
    static int lanes(SchemaChange change) {
        return change.awaits() > 1 ? change.awaits() : 0;
    }

    /**
     * Returns when the lane may pass its copy of the statement.
     *
     * @param work what the statement is on the target; null where it cannot be planned
     * @throws ServerException while another lane is not as far
     * @throws LaneHaltedException while the lane has dead letters that could not be applied afterwards
     */
    void await(Lane lane, Received received, SchemaChange change, @Nullable SchemaWork work) throws SQLException {
        if (work != null) {
            requireNoLetters(lane, received, change, work);
        }
        if (lanes(change) == 0) {
            return;
        }
        if (lane.number() != change.lane()) {
            barriers.arrive(change.id(), lane.number());
        }
        Optional<String> waits = waitsFor(
                lane.number(), change, barriers.at(change.id(), change.origin().position()));
        if (waits.isPresent()) {
            throw new ServerException(ErrorCode.LANES_APART, new SQLException(waits.get()));
        }
    }

    /** What a lane waits for at its copy of a statement; empty where it may pass. */
    static Optional<String> waitsFor(int lane, SchemaChange change, Barriers.Lanes at) {
        if (lane != change.lane()) {
            return at.passed().contains(change.lane())
                    ? Optional.empty()
                    : Optional.of("lane " + lane + " waits until lane " + change.lane() + " is past event "
                            + change.id() + ": " + change.ddl());
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
     * An event of before names the table by a name, or its rows by a key, that may mean another one from now on; and where later events of
     * the rows are in another lane, they do not wait behind it.
     */
    private static void requireNoLetters(Lane lane, Received received, SchemaChange change, SchemaWork work) {
        List<TableName> renamed =
                change.renames().stream().map(TableRename::from).toList();
        Optional<TableName> held = Stream.of(work.others(), change.moved(), renamed, unsure(change, work))
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
                            + ", which is another table behind it or none, or has another name, key or lane, or other rows, references, values or defaults");
        }
    }

    /** The tables that are gone behind it, to whatever name; of a statement that is not carried as it is, all that it is about. */
    private static List<TableName> unsure(SchemaChange change, SchemaWork work) {
        boolean all = work.isUnsure();
        return change.definitions().stream()
                .filter(table -> all || table.columns().isEmpty())
                .map(TableDefinition::name)
                .toList();
    }
}
