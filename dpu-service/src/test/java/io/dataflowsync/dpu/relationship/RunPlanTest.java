package io.dataflowsync.dpu.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.relationship.RunPlan.Wanted;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RunPlanTest {
    private static TreeSet<Long> keys(LongStream... parts) {
        return LongStream.concat(parts[0], parts.length > 1 ? parts[1] : LongStream.empty())
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void theKeyOfANewRowGetsARunThatContinuesAfterIt() {
        RunPlan plan = RunPlan.of(keys(LongStream.of(7)), 7, 1_000);

        assertThat(plan.runs()).containsExactly(new Wanted(7, 1_000));
        assertThat(plan.singles()).isEmpty();
    }

    @Test
    void successiveNewRowsAreInOneRunFromTheFirstOne() {
        RunPlan plan = RunPlan.of(keys(LongStream.rangeClosed(101, 103)), 103, 1_000);

        assertThat(plan.runs()).containsExactly(new Wanted(101, 1_002));
        assertThat(plan.singles()).isEmpty();
    }

    @Test
    void keysThatAreFarFromEachOtherGetRelationshipsOfTheirOwn() {
        RunPlan plan = RunPlan.of(keys(LongStream.of(5, 900, 70_000)), 70_000, 1_000);

        assertThat(plan.runs()).containsExactly(new Wanted(70_000, 1_000));
        assertThat(plan.singles()).containsExactly(5L, 900L);
    }

    @Test
    void keysOfReferencesGetARunOnlyIfManyAreClose() {
        RunPlan dense = RunPlan.of(keys(LongStream.rangeClosed(100, 115)), 0, 0);
        RunPlan few = RunPlan.of(keys(LongStream.rangeClosed(100, 114)), 0, 0);
        RunPlan thin = RunPlan.of(keys(LongStream.iterate(100, key -> key + 3).limit(40)), 0, 0);

        assertThat(dense.runs()).containsExactly(new Wanted(100, 16));
        assertThat(dense.isDense()).isTrue();
        assertThat(few.runs()).isEmpty();
        assertThat(few.singles()).hasSize(15);
        assertThat(thin.runs()).isEmpty();
        assertThat(thin.singles()).hasSize(40);
        assertThat(thin.isDense()).isFalse();
    }

    @Test
    void everySecondKeyIsDenseEnoughForARun() {
        RunPlan plan = RunPlan.of(keys(LongStream.iterate(100, key -> key + 2).limit(40)), 0, 0);

        assertThat(plan.runs()).containsExactly(new Wanted(100, 79));
    }

    @Test
    void aKeyInTheRunThatContinuesIsNotPlannedTwice() {
        RunPlan plan = RunPlan.of(keys(LongStream.of(10), LongStream.of(500, 2_000)), 10, 1_000);

        assertThat(plan.runs()).containsExactly(new Wanted(10, 1_000));
        assertThat(plan.singles()).containsExactly(2_000L);
    }

    @Test
    void scatteredKeysOfRowsGetNoRunIfNoneIsWantedAhead() {
        RunPlan plan = RunPlan.of(keys(LongStream.of(10, 500)), 500, 0);

        assertThat(plan.runs()).isEmpty();
        assertThat(plan.singles()).containsExactly(10L, 500L);
    }
}
