package io.dataflowsync.sandbox.fuzz.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class RandomScriptTest {
    private static final Peek EMPTY = (table, columns) -> List.of();

    @Test
    void theSameSeedMakesTheSameSteps() {
        assertThat(steps(5, Profile.everything(), Mode.KILLED)).isEqualTo(steps(5, Profile.everything(), Mode.KILLED));
        assertThat(steps(5, Profile.everything(), Mode.KILLED))
                .isNotEqualTo(steps(6, Profile.everything(), Mode.KILLED));
    }

    @Test
    void whatIsBehindStopsDpuServiceFirstAndStartsItLast() {
        List<String> steps = steps(3, Profile.usual(), Mode.LAGGING);

        assertThat(steps).containsOnlyOnce("END_APPLY 0 ").endsWith("START_APPLY 0 ");
    }

    @Test
    void aProfileWithoutAFeatureMakesNoneOfIt() {
        for (int seed = 0; seed < 40; seed++) {
            assertThat(steps(seed, Profile.usual(), Mode.IN_STEP))
                    .noneMatch(step -> step.contains("RENAME"))
                    .noneMatch(step -> step.contains("foreign_key_checks = 0"))
                    .noneMatch(step -> step.contains("row_image"))
                    .noneMatch(step -> step.contains("ON UPDATE"));
        }
    }

    @Test
    void everyFeatureIsMadeBySomeSeed() {
        List<String> all = new ArrayList<>();
        for (int seed = 0; seed < 100; seed++) {
            all.addAll(steps(seed, Profile.everything(), Mode.IN_STEP));
        }
        for (String sign : List.of(
                "RENAME TABLE",
                " LIKE ",
                "CONVERT TO",
                "DROP FOREIGN KEY",
                "foreign_key_checks = 0",
                "binlog_row_image = 'MINIMAL'",
                "binlog_row_image = 'NOBLOB'",
                "/*!50000",
                "ON UPDATE CURRENT_TIMESTAMP",
                "ON UPDATE SET NULL",
                "TRUNCATE",
                "DROP TABLE",
                "REPLACE",
                "ON DUPLICATE",
                "CHANGE COLUMN",
                "`aside`",
                "VIRTUAL",
                "STORED",
                "SAVEPOINT",
                "JOIN",
                "AFTER",
                "FIRST")) {
            assertThat(all).as(sign).anyMatch(step -> step.contains(sign));
        }
    }

    private static List<String> steps(long seed, Profile profile, Mode mode) {
        FuzzScript script = new RandomScript(seed, profile, mode, EMPTY);
        List<String> steps = new ArrayList<>();
        run(script, script.making(), steps);
        run(script, script.before(), steps);
        run(script, script.stream(), steps);
        return steps;
    }

    /** As a source that takes every statement. */
    private static void run(FuzzScript script, Iterator<Step> part, List<String> steps) {
        while (part.hasNext()) {
            Step step = part.next();
            step.effect().accept(script.tables());
            steps.add(step.kind() + " " + step.session() + " " + step.sql());
        }
    }
}
