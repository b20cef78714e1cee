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

    List<Step> next(int session) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.rows(session, pick.of("BEGIN", "START TRANSACTION")));
        rows(steps, session, 4);
        if (pick.chance(30)) {
            steps.add(Step.rows(session, "SAVEPOINT s"));
            rows(steps, session, 2);
            steps.add(Step.rows(session, pick.of("ROLLBACK TO SAVEPOINT s", "RELEASE SAVEPOINT s")));
            rows(steps, session, 2);
        }
        steps.add(Step.rows(session, pick.chance(80) ? "COMMIT" : "ROLLBACK"));
        return steps;
    }

    private void rows(List<Step> steps, int session, int most) {
        for (int i = pick.between(1, most); i > 0; i--) {
            String sql = rows.next();
            if (!sql.startsWith("TRUNCATE")) {
                steps.add(Step.rows(session, sql));
            }
        }
    }
}
