package io.dataflowsync.bench.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ComparisonTest {
    private static final BenchTable ORDERS =
            BulkInserts.w1(1).script("_1").tables().get(1);

    @Test
    void aRowIsToldByItsValuesAndByWhomItRefersTo() {
        assertThat(new Comparison(false).sql(ORDERS))
                .contains("t.note", "p0.name", "LEFT JOIN w1_customers_1 p0 ON p0.id = t.customer_id")
                .doesNotContain("CONCAT(t.id)", "CONCAT(t.customer_id)");
    }

    @Test
    void keysAreComparedWhereTheyAreKept() {
        assertThat(new Comparison(true).sql(ORDERS)).contains("CONCAT(t.id)", "CONCAT(t.customer_id)");
    }
}
