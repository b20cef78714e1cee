package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.Reading;
import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Optional;

/**
 * Finds out which tables of a failed DROP TABLE are gone.
 *
 * <p>The source drops the tables that it can, fails for the others, and logs the statement with all of them and with its error. The next
 * statement about a table shows whether the table was there; without such a statement, the server shows it. If neither is certain, the
 * error and the foreign keys may show it.
 */
final class FailedDrop {
    /** The error for a table that does not exist. */
    private static final int UNKNOWN_TABLE = 1051;
    /** The error for a table that others refer to. */
    private static final int REFERENCED = 1217;

    private final DefinitionReader reader;
    private final Scouted statement;
    private final List<Scouted> later;
    private final KnownDefinitions server;

    /** The known state of a table after the statement. */
    enum Fate {
        GONE,
        THERE,
        UNCERTAIN
    }

    /**
     * @param later all statements after it
     * @param server the tables after the last of them
     */
    FailedDrop(DefinitionReader reader, Scouted statement, List<Scouted> later, KnownDefinitions server) {
        this.reader = reader;
        this.statement = statement;
        this.later = later;
        this.server = server;
    }

    /**
     * The state of a table after the statement.
     *
     * @param before the tables as they were when the statement came to this one
     * @param named the captured tables that the statement names
     */
    Fate fate(TableName table, KnownDefinitions before, List<TableName> named) {
        Fate observed = observed(table, before);
        return observed == Fate.UNCERTAIN ? deduced(table, before, named) : observed;
    }

    /**
     * The state that later statements and the server show.
     *
     * <p>A table that is dropped once more counts as one that is still there: if it was gone, no row was added in between, and it is gone
     * after that statement. Example: {@code DROP TABLE a, b} fails, and {@code DROP TABLE IF EXISTS a} follows. Both are possible for
     * {@code a}, and it counts as there between the two.
     */
    private Fate observed(TableName table, KnownDefinitions before) {
        KnownDefinitions there = before;
        KnownDefinitions gone = before.without(table);
        for (Scouted next : later) {
            Attempt onThere = Attempt.of(reader, there, next.sql(), next.session());
            Optional<Reading> ifThere = onThere.reading();
            Optional<Reading> ifGone =
                    Attempt.of(reader, gone, next.sql(), next.session()).reading();
            if (ifThere.filter(reading -> finds(table, reading)).isPresent()) {
                return next.error() == 0 || isDrop(ifThere.get()) ? Fate.THERE : Fate.UNCERTAIN;
            }
            if (ifGone.filter(reading -> makes(table, reading)).isPresent()) {
                return ifThere.isEmpty() && next.error() == 0 ? Fate.GONE : Fate.UNCERTAIN;
            }
            if (ifThere.isEmpty() && mayName(table, onThere)) {
                return Fate.UNCERTAIN;
            }
            there = ifThere.map(Reading::after).orElse(there);
            gone = ifGone.map(Reading::after).orElse(gone);
        }
        return server.table(table).isPresent() ? Fate.THERE : Fate.GONE;
    }

    private static boolean mayName(TableName table, Attempt unread) {
        return unread.named().isEmpty() || unread.named().contains(table);
    }

    private static boolean makes(TableName table, Reading reading) {
        return reading.effects().stream()
                .anyMatch(effect -> effect.table().equals(table)
                        && (effect.kind() == Kind.CREATED || effect.kind() == Kind.RENAMED));
    }

    /** Whether its first effect on a table needs an existing one. */
    private static boolean finds(TableName table, Reading reading) {
        return reading.effects().stream()
                .filter(effect -> table.equals(effect.from()) || effect.table().equals(table))
                .findFirst()
                .filter(effect ->
                        table.equals(effect.from()) || effect.kind() != Kind.CREATED && effect.kind() != Kind.RENAMED)
                .isPresent();
    }

    static boolean isDrop(Reading reading) {
        return reading.effects().stream().allMatch(effect -> effect.kind() == Kind.DROPPED);
    }

    /** The state that follows from the error. The error for a missing table hides no other error; a table that others refer to stays. */
    private Fate deduced(TableName table, KnownDefinitions before, List<TableName> named) {
        if (statement.error() == UNKNOWN_TABLE
                && named.stream().anyMatch(name -> before.table(name).isEmpty())) {
            return Fate.GONE;
        }
        boolean checked = !statement.session().unchecked().foreignKeys();
        return statement.error() == REFERENCED && checked && isReferred(table, before) ? Fate.THERE : Fate.UNCERTAIN;
    }

    private static boolean isReferred(TableName table, KnownDefinitions before) {
        return before.tables().values().stream()
                .filter(other -> !other.name().equals(table))
                .flatMap(other -> other.foreignKeys().stream())
                .anyMatch(key -> key.parent().equals(table));
    }
}
