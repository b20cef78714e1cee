package io.dataflowsync.dpu.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableName;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class RunLengthsTest {
    private static final TableName TABLE = new TableName("shop", "orders");
    private static final KeyRun RUN = new KeyRun(1, 1_000, BigInteger.ONE);

    private final RunLengths lengths = new RunLengths();

    private int next(double used) {
        int length = lengths.next(TABLE, run -> used);
        lengths.reserved(TABLE, length, length == 0 ? null : RUN, false);
        return length;
    }

    @Test
    void usedRunsAreFollowedByLongerOnesUpToALimit() {
        assertThat(next(1)).isEqualTo(1_000);
        assertThat(next(1)).isEqualTo(4_000);
        assertThat(next(0.5)).isEqualTo(16_000);
        assertThat(next(1)).isEqualTo(64_000);
        assertThat(next(1)).isEqualTo(100_000);
        assertThat(next(1)).isEqualTo(100_000);
    }

    @Test
    void runsThatAreHardlyUsedAreFollowedByShorterOnesAndThenByNone() {
        assertThat(next(0)).isEqualTo(1_000);
        assertThat(next(0.3)).isEqualTo(1_000);
        assertThat(next(0.24)).isEqualTo(250);
        assertThat(next(0.01)).isZero();
        assertThat(next(0.01)).isZero();
    }

    @Test
    void closeKeysOfAScatteredTableBeginRunsAgain() {
        next(0);
        next(0);
        assertThat(next(0)).isZero();

        lengths.reserved(TABLE, 0, null, true);

        assertThat(lengths.next(TABLE, run -> 0)).isEqualTo(1_000);
    }

    @Test
    void anotherTableBeginsAsEachTableDoes() {
        next(1);

        assertThat(lengths.next(new TableName("shop", "items"), run -> 1)).isEqualTo(1_000);
    }
}
