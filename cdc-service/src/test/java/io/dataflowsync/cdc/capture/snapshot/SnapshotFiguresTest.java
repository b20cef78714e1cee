package io.dataflowsync.cdc.capture.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.capture.snapshot.SnapshotFigures.TableView;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotFiguresTest {
    private static final Instant BEGUN = Instant.parse("2026-01-01T00:00:00Z");
    private static final TableName EMPTY = new TableName("shop", "a_empty");
    private static final TableName ORDERS = new TableName("shop", "orders");
    private static final TableName ITEMS = new TableName("shop", "items");
    private final SnapshotFigures figures = new SnapshotFigures(estimates(), BEGUN);

    private static Map<TableName, Long> estimates() {
        Map<TableName, Long> estimates = new LinkedHashMap<>();
        estimates.put(EMPTY, 3L);
        estimates.put(ORDERS, 2L);
        estimates.put(ITEMS, 100L);
        return estimates;
    }

    @Test
    void eachTableHasItsRowsAndWhatIsBeforeItIsRead() {
        for (int i = 0; i < 5; i++) {
            figures.row(ORDERS);
        }
        assertThat(figures.view().tables())
                .containsExactly(
                        new TableView("shop.a_empty", 0, 0, "read"),
                        new TableView("shop.orders", 5, 5, "reading"),
                        new TableView("shop.items", 0, 100, "waiting"));
        assertThat(figures.view().rows()).isEqualTo(5);
        assertThat(figures.view().estimatedRows()).isEqualTo(105);
        assertThat(figures.view().endedAt()).isNull();
    }

    @Test
    void atTheEndAllIsReadAndNothingIsEstimated() {
        figures.row(ORDERS);
        figures.end(BEGUN.plusSeconds(7));
        assertThat(figures.view().estimatedRows()).isEqualTo(1);
        assertThat(figures.view().tables()).allMatch(table -> table.state().equals("read"));
        assertThat(figures.view().endedAt()).isEqualTo(BEGUN.plusSeconds(7));
    }
}
