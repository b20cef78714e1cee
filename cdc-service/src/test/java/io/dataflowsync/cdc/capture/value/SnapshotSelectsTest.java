package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SnapshotSelectsTest {
    @Test
    void aTableWithoutFloatIsReadAsTheEngineDoes() {
        assertThat(SnapshotSelects.of(List.of(table("plain", "int(11)", "double", "float(7,2)"))))
                .isEmpty();
    }

    @Test
    void aFloatIsReadAsADouble() {
        assertThat(SnapshotSelects.of(List.of(table("a", "int(11)", "float"), table("b", "float unsigned"))))
                .containsOnlyKeys(
                        "snapshot.select.statement.overrides",
                        "snapshot.select.statement.overrides.shop.a",
                        "snapshot.select.statement.overrides.shop.b")
                .containsEntry("snapshot.select.statement.overrides", "shop.a,shop.b")
                .containsEntry(
                        "snapshot.select.statement.overrides.shop.a",
                        "SELECT `c0`, `c1` * 1e0 AS `c1` FROM `shop`.`a`");
    }

    @Test
    void anEmptyOptionIsToldFromNone() {
        assertThat(SnapshotSelects.of(List.of(table("a", "enum('x','')", "set('x','')", "enum('x')"))))
                .containsEntry(
                        "snapshot.select.statement.overrides.shop.a",
                        "SELECT IF(`c0` + 0 = 0, CONCAT(_utf8 X'0000', `c0` + 0), `c0`) AS `c0`,"
                                + " IF(`c1` & 1 << 1, CONCAT(_utf8 X'0000', `c1` + 0), `c1`) AS `c1`,"
                                + " `c2` FROM `shop`.`a`");
    }

    @Test
    void aNameThatTheEngineCannotTellApartIsLeftToIt() {
        assertThat(SnapshotSelects.of(List.of(table("a.b", "float")))).isEmpty();
    }

    private static TableDefinition table(String name, String... types) {
        List<ColumnDefinition> columns = Stream.iterate(0, n -> n < types.length, n -> n + 1)
                .map(n -> new ColumnDefinition("c" + n, types[n], true, false, false, false))
                .toList();
        return new TableDefinition(new TableName("shop", name), columns, List.of(), List.of(), List.of());
    }
}
