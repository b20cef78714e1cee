package io.dataflowsync.dpu.plan;

/**
 * A statement before which a lane stands still, and that {@code POST /api/v1/schema-changes/EVENT/pass} passes.
 *
 * @param event its id
 * @param statement as the source ran it; its beginning, where it is long
 * @param onTarget what it is on the target, where nothing of it is run once it is passed; its beginning, where it is long; empty where it
 *     cannot be carried there
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
