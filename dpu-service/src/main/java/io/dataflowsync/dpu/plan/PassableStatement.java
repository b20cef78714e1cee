package io.dataflowsync.dpu.plan;

/**
 * A statement at which a lane is halted, and that {@code POST /api/v1/schema-changes/EVENT/pass} passes.
 *
 * @param event the id of its event
 * @param statement the statement as the source ran it; its beginning if it is long
 * @param onTarget the statement for the target, of which nothing is run once it is passed; its beginning if it is long; empty if it cannot
 *     be carried to the target
 */
public record PassableStatement(String event, String statement, String onTarget) {
    private static final int MOST_CHARACTERS = 2_000;

    public PassableStatement {
        statement = cut(statement);
        onTarget = cut(onTarget);
    }

    private static String cut(String text) {
        return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS) + "…";
    }
}
