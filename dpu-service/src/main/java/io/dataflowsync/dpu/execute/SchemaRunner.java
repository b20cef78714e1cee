package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.schema.TargetStatement;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.dataflowsync.dpu.schema.TargetStatement.Part;
import io.dataflowsync.dpu.schema.Wanted;
import io.dataflowsync.dpu.schema.WayOn;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Sends the statements of one schema change to the target, on a connection of their own, and leaves out those that are done.
 *
 * <p>Each statement commits by itself, and an attempt that was interrupted may have run it before.
 */
final class SchemaRunner {
    /** The errors for something that is there already, or is not there any more. */
    private static final Set<Integer> ALREADY = Set.of(1050, 1051, 1054, 1060, 1061, 1068, 1091, 1146, 1176, 1826);

    private final Connection connection;
    private final TargetCatalogue catalogue;
    private final SchemaMarks marks;
    private final String eventId;
    private final SourceSession session;
    private final List<String> notes = new ArrayList<>();

    SchemaRunner(
            Connection connection,
            TargetCatalogue catalogue,
            SchemaMarks marks,
            String eventId,
            SourceSession session) {
        this.connection = connection;
        this.catalogue = catalogue;
        this.marks = marks;
        this.eventId = eventId;
        this.session = session;
    }

    /**
     * Runs the statements in order, and leaves out those that an earlier attempt has done.
     *
     * @throws SQLException on a temporary failure
     */
    Result run(List<TargetStatement> statements) throws SQLException {
        for (int step = 0; step < statements.size(); step++) {
            TargetStatement statement = statements.get(step);
            String now = catalogue.describe(statement.tables());
            Optional<String> before = marks.before(connection, eventId, step);
            if (before.isPresent() && !before.get().equals(now) && isDone(statement)) {
                notes.add("an attempt that was interrupted had done it");
                continue;
            }
            try {
                Optional<Condition> failed = failed(statement);
                if (failed.isEmpty()) {
                    marks.set(connection, eventId, step, now);
                    failed = run(statement);
                }
                if (failed.isPresent()) {
                    marks.clear(connection, eventId, step);
                    return new Result.Failed(
                            ErrorCode.SCHEMA_CHANGE_REFUSED, failed.get().why(), null);
                }
            } catch (SQLException e) {
                if (!Errors.isTemporary(e)) {
                    marks.clear(connection, eventId, step);
                    return Errors.failed(e);
                }
                if (Errors.isRefusal(e)) {
                    // The server has done nothing of it. If the tables change from now on, it was not this statement.
                    marks.clear(connection, eventId, step);
                }
                throw e;
            }
        }
        return notes.isEmpty() ? Result.APPLIED : new Result.Applied(String.join("; ", notes));
    }

    /** Whether this statement has changed the tables since its mark was set: one of its visible effects is there, or it has none. */
    private boolean isDone(TargetStatement statement) throws SQLException {
        boolean visible = false;
        for (Wanted wanted : statement.shown()) {
            if (catalogue.holds(wanted)) {
                return true;
            }
            visible |= !(wanted instanceof Wanted.Unseen);
        }
        return !visible;
    }

    /**
     * Finds the first condition that does not hold. It is checked in the statement's session, where the default of a new column is a
     * moment.
     */
    private Optional<Condition> failed(TargetStatement statement) throws SQLException {
        List<Condition> failed = new ArrayList<>();
        if (!statement.conditions().isEmpty()) {
            session.during(connection, () -> {
                for (Condition condition : statement.conditions()) {
                    if (!catalogue.holds(condition.unless()) && catalogue.hasRow(condition.query())) {
                        failed.add(condition);
                        return;
                    }
                }
            });
        }
        return failed.stream().findFirst();
    }

    /**
     * Runs one statement, or the parts of it that are open.
     *
     * @return the condition that does not hold any more, because another session has made the same change in another way at the same moment
     */
    private Optional<Condition> run(TargetStatement statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            session.during(connection, () -> sql.execute(statement.sql())).ifPresent(notes::add);
            return Optional.empty();
        } catch (SQLException e) {
            if (ALREADY.contains(e.getErrorCode()) && statement.tradesNames()) {
                return Optional.of(new Condition(
                        "",
                        e.getMessage()
                                + ": columns get each other's names by it, so it is run as a whole or not at all."
                                + " If it was run there before, pass the statement; else do there the part of it that is not done, "
                                + WayOn.PASS,
                        Wanted.UNSEEN));
            }
            boolean mayBeThere = ALREADY.contains(e.getErrorCode()) || makesTable(statement) && !Errors.isTemporary(e);
            List<Part> open = mayBeThere ? open(statement.parts()) : statement.parts();
            if (open.size() == statement.parts().size()) {
                throw e;
            }
            Optional<Condition> failed = failed(statement);
            if (failed.isPresent()) {
                return failed;
            }
            notes.add("the target had it already: " + e.getMessage());
            return open.isEmpty() ? failed : run(statement.only(open));
        }
    }

    /** Whether the statement only creates a table. An operator may have created it by hand with another statement that the target accepts. */
    private static boolean makesTable(TargetStatement statement) {
        return statement.parts().stream().allMatch(part -> part.wanted() instanceof Wanted.Table);
    }

    private List<Part> open(List<Part> parts) throws SQLException {
        List<Part> open = new ArrayList<>();
        for (Part part : parts) {
            if (!catalogue.holds(part.wanted())) {
                open.add(part);
            }
        }
        return open;
    }
}
