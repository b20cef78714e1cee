package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Catalogue;
import java.util.function.Consumer;

/**
 * One step of a round.
 *
 * @param session the session of the source that runs the statement
 * @param sql the statement; empty if none is run
 * @param effect the change that the statement makes to the tables if the source accepts it
 */
public record Step(Kind kind, int session, String sql, Consumer<Catalogue> effect) {
    private static final Consumer<Catalogue> NONE = tables -> {};

    /** The kind of a step. */
    public enum Kind {
        /** A session of the source writes rows, or sets its variables. */
        ROWS("run"),
        /** A session of the source changes tables. */
        TABLES("run"),
        KILL_CAPTURE("kill -9 cdc-service and start it again"),
        KILL_APPLY("kill -9 dpu-service and start it again"),
        END_APPLY("end dpu-service"),
        START_APPLY("start dpu-service again"),
        CATCH_UP("wait until all is applied");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** The name in a case file. */
        public String words() {
            return words;
        }

        public boolean isSql() {
            return this == ROWS || this == TABLES;
        }
    }

    public static Step rows(int session, String sql) {
        return new Step(Kind.ROWS, session, sql, NONE);
    }

    public static Step tables(int session, String sql, Consumer<Catalogue> effect) {
        return new Step(Kind.TABLES, session, sql, effect);
    }

    public static Step of(Kind kind) {
        return new Step(kind, 0, "", NONE);
    }
}
