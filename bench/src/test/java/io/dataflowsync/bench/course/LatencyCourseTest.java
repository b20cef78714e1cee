package io.dataflowsync.bench.course;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyCourseTest {

    @Test
    void aPercentileIsTheSmallestValueThatSoManyPercentDoNotExceed() {
        double[] sorted = IntStream.rangeClosed(1, 200).asDoubleStream().toArray();

        assertThat(LatencyCourse.percentile(sorted, 50)).isEqualTo(100);
        assertThat(LatencyCourse.percentile(sorted, 99)).isEqualTo(198);
        assertThat(LatencyCourse.percentile(new double[] {7}, 99)).isEqualTo(7);
    }
}
