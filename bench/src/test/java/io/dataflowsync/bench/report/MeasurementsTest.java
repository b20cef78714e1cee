package io.dataflowsync.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {
    private final Measurements measurements = new Measurements();

    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTheTwoInTheMiddle() {
        List.of(3.0, 1.0, 2.0).forEach(value -> measurements.add("odd", "ms", value));
        List.of(4.0, 1.0, 2.0, 9.0).forEach(value -> measurements.add("even", "ms", value));

        assertThat(measurements.figures(List.of()))
                .containsExactly(
                        new Figure("odd", 2, 1, 3, "ms", null, null, null, null),
                        new Figure("even", 3, 1, 9, "ms", null, null, null, null));
    }

    @Test
    void aFigureIsToldOnceForEachOfItsGoals() {
        measurements.add("ours", "rows/s", 300);
        measurements.add("theirs", "rows/s", 200);
        measurements.add("native", "rows/s", 400);

        List<Figure> figures =
                measurements.figures(List.of(Goal.atLeast(1.5, "ours", "theirs"), Goal.atLeast(1, "ours", "native")));

        assertThat(figures)
                .containsExactly(
                        new Figure("ours", 300, 300, 300, "rows/s", "theirs", 1.5, "at least 1.5", true),
                        new Figure("ours", 300, 300, 300, "rows/s", "native", 0.75, "at least 1", false),
                        new Figure("theirs", 200, 200, 200, "rows/s", null, null, null, null),
                        new Figure("native", 400, 400, 400, "rows/s", null, null, null, null));
    }

    @Test
    void lessIsBetterForALatency() {
        measurements.add("ours", "ms", 10);
        measurements.add("theirs", "ms", 20);

        assertThat(measurements.figures(List.of(Goal.atMost(0.5, "ours", "theirs"))))
                .extracting(Figure::reached)
                .containsExactly(true, null);
    }

    @Test
    void whetherAGoalIsReachedIsUnknownWhereTheOtherWasNotMeasured() {
        measurements.add("ours", "rows/s", 300);

        assertThat(measurements.figures(List.of(Goal.atLeast(1.5, "ours", "theirs"))))
                .containsExactly(new Figure("ours", 300, 300, 300, "rows/s", "theirs", null, "at least 1.5", null));
    }

    @Test
    void aFigureOfItsOwnIsHeldAgainstItsBound() {
        measurements.add("peak heap", "MiB", 513);

        assertThat(measurements.figures(List.of(Goal.noMoreThan(512, "peak heap"))))
                .containsExactly(new Figure("peak heap", 513, 513, 513, "MiB", null, null, "at most 512", false));
    }
}
