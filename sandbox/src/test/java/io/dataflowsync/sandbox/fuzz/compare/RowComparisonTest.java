package io.dataflowsync.sandbox.fuzz.compare;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowComparisonTest {
    private final Table table = new Table(1, "t");
    private final RowComparison comparison = new RowComparison(table, List.of("id", "v"));

    @Test
    void rowsOfTheSameKeyArePairedAndTheirColumnsNamed() {
        table.key().add("id");
        comparison.expect(List.of("1", "'a'"));
        comparison.expect(List.of("2", "'b'"));
        comparison.actual(List.of("2", "'B'"));
        comparison.actual(List.of("1", "'a'"));

        assertThat(comparison.differences())
                .containsExactly(new ReplicaDifference("t", "row [id=2]", "[v='b']", "[v='B']"));
    }

    @Test
    void withoutAKeyEachRowCountsAsOftenAsItIsThere() {
        comparison.expect(List.of("1", "'a'"));
        comparison.expect(List.of("1", "'a'"));
        comparison.actual(List.of("1", "'a'"));

        assertThat(comparison.differences())
                .containsExactly(new ReplicaDifference("t", "row without key", "[id=1, v='a']", "no such row"));
    }

    @Test
    void aRowThatTheReplicaDoesNotHaveIsADifference() {
        table.key().add("id");
        comparison.actual(List.of("9", "NULL"));

        assertThat(comparison.differences())
                .containsExactly(new ReplicaDifference("t", "row [id=9]", "no such row", "[id=9, v=NULL]"));
    }
}
