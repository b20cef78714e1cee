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
 * Runs the statements of a schema change on a connection of their own: each commits by itself, and may have been run before by an
 * attempt that broke off.
 */
final class SchemaRunner {
    /** Something is there already, or is not there any more. */
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

    /** @throws SQLException on trouble that passes */
    Result run(List<TargetStatement> statements) throws SQLException {
        for (int step = 0; step < statements.size(); step++) {
            TargetStatement statement = statements.get(step);
            String now = catalogue.describe(statement.tables());
            Optional<String> before = marks.before(connection, eventId, step);
            if (before.isPresent() && !before.get().equals(now) && isDone(statement)) {
                notes.add("an attempt that broke off had done it");
                continue;
            }
            try {
                Optional<Condition> unmet = unmet(statement);
                if (unmet.isEmpty()) {
                    marks.set(connection, eventId, step, now);
                    unmet = run(statement);
                }
                if (unmet.isPresent()) {
                    marks.clear(connection, eventId, step);
                    return new Result.Failed(
                            ErrorCode.SCHEMA_CHANGE_REFUSED, unmet.get().why(), null);
                }
            } catch (SQLException e) {
                if (!Errors.passes(e)) {
                    marks.clear(connection, eventId, step);
                    return Errors.failed(e);
                }
                if (Errors.isRefusal(e)) {
                    // Nothing of it was done: what changes the tables from now on is somebody else.
                    marks.clear(connection, eventId, step);
                }
                throw e;
            }
        }
        return notes.isEmpty() ? Result.APPLIED : new Result.Applied(String.join("; ", notes));
    }

    /** Whether it was that statement which has changed the tables since it was to be run: some of what can be seen of it is there. */
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

    /** Asked in the statement's session: the default of a new column is a moment there. */
    private Optional<Condition> unmet(TargetStatement statement) throws SQLException {
        List<Condition> unmet = new ArrayList<>();
        if (!statement.conditions().isEmpty()) {
            session.during(connection, () -> {
                for (Condition condition : statement.conditions()) {
                    if (!catalogue.holds(condition.unless()) && catalogue.hasRow(condition.query())) {
                        unmet.add(condition);
                        return;
                    }
                }
            });
        }
        return unmet.stream().findFirst();
    }

    /** @return what does not hold any more, since somebody has done it at the same moment, and another way */
    private Optional<Condition> run(TargetStatement statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            session.during(connection, () -> sql.execute(statement.sql())).ifPresent(notes::add);
            return Optional.empty();
        } catch (SQLException e) {
            if (ALREADY.contains(e.getErrorCode()) && statement.tradesNames()) {
                return Optional.of(new Condition(
                        "",
                        e.getMessage()
                                + ": columns get each other's names with it, so it is run as a whole or not at all."
                                + " Where it was run there before, pass the statement; else do there what of it is not done, "
                                + WayOn.PASS,
                        Wanted.UNSEEN));
            }
            boolean mayBeThere = ALREADY.contains(e.getErrorCode()) || makesTable(statement) && !Errors.passes(e);
            List<Part> open = mayBeThere ? open(statement.parts()) : statement.parts();
            if (open.size() == statement.parts().size()) {
                throw e;
            }
            Optional<Condition> unmet = unmet(statement);
            if (unmet.isPresent()) {
                return unmet;
            }
            notes.add("the target had it already: " + e.getMessage());
            return open.isEmpty() ? unmet : run(statement.only(open));
        }
    }

    /** Somebody may have made the table by hand in other words, which the target takes. */
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
