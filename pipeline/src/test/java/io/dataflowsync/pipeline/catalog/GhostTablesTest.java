package io.dataflowsync.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GhostTablesTest {

    @ParameterizedTest
    @ValueSource(strings = {"_orders_gho", "_orders_ghc", "_orders_del", "_orders_new", "_orders_old", "___orders_new"})
    void theToolsTablesAreToldByTheirNames(String name) {
        assertThat(GhostTables.original(name)).contains("orders");
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders", "orders_new", "_orders", "_new", "__old", "_orders_newer"})
    void othersAreNone(String name) {
        assertThat(GhostTables.original(name)).isEmpty();
    }

    @Test
    void aNameWithUnderscoresInItKeepsThem() {
        assertThat(GhostTables.original("_order_items_new_gho")).contains("order_items_new");
    }
}
