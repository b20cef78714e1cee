package io.dataflowsync.sandbox.fuzz.shrink;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.fuzz.generate.Step;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShrinkerTest {
    @Test
    void leavesTheStepsThatTheFailureNeeds() throws SQLException {
        RoundSteps small = new Shrinker(failingWith(Set.of("t2", "b1", "s7", "s71"), 1000))
                .shrink(new RoundSteps(steps("t", 4), steps("b", 4), steps("s", 90)));

        assertThat(sql(small.making())).containsExactly("t2");
        assertThat(sql(small.before())).containsExactly("b1");
        assertThat(sql(small.stream())).containsExactly("s7", "s71");
    }

    @Test
    void endsInTimeWithSomethingThatFails() throws SQLException {
        Set<String> needed = Set.of("s7", "s71");
        RoundSteps small =
                new Shrinker(failingWith(needed, 6)).shrink(new RoundSteps(List.of(), List.of(), steps("s", 90)));

        assertThat(sql(small.stream())).containsAll(needed).hasSizeLessThan(90);
    }

    private static Shrinker.Trial failingWith(Set<String> needed, int runs) {
        return new Shrinker.Trial() {
            private int left = runs;

            @Override
            public boolean fails(RoundSteps steps) {
                left--;
                Set<String> all = new HashSet<>(sql(steps.making()));
                all.addAll(sql(steps.before()));
                all.addAll(sql(steps.stream()));
                return all.containsAll(needed);
            }

            @Override
            public boolean isAllowed() {
                return left > 0;
            }
        };
    }

    private static List<Step> steps(String name, int count) {
        return IntStream.range(0, count).mapToObj(i -> Step.rows(1, name + i)).collect(Collectors.toList());
    }

    private static List<String> sql(List<Step> steps) {
        return steps.stream().map(Step::sql).toList();
    }
}
