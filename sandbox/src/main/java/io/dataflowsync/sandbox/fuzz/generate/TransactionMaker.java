package io.dataflowsync.sandbox.fuzz.generate;

import java.util.ArrayList;
import java.util.List;

/** Makes transactions that end in every way. */
final class TransactionMaker {
    private final Pick pick;
    private final RowStatements rows;

    TransactionMaker(Pick pick, RowStatements rows) {
        this.pick = pick;
        this.rows = rows;
    }

    /** @param partial whether the session writes only some columns of its rows */
    List<Step> next(int session, boolean partial) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.rows(session, pick.of("BEGIN", "START TRANSACTION")));
        rows(steps, session, 4, partial);
        if (pick.chance(30)) {
            steps.add(Step.rows(session, "SAVEPOINT s"));
            rows(steps, session, 2, partial);
            steps.add(Step.rows(session, pick.of("ROLLBACK TO SAVEPOINT s", "RELEASE SAVEPOINT s")));
            rows(steps, session, 2, partial);
        }
        steps.add(Step.rows(session, pick.chance(80) ? "COMMIT" : "ROLLBACK"));
        return steps;
    }

    private void rows(List<Step> steps, int session, int most, boolean partial) {
        for (int i = pick.between(1, most); i > 0; i--) {
            String sql = rows.next(partial);
            if (!sql.startsWith("TRUNCATE")) {
                steps.add(Step.rows(session, sql));
            }
        }
    }
}
