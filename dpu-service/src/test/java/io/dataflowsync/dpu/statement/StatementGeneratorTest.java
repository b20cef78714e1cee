package io.dataflowsync.dpu.statement;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.event.Geometry;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.MappedChange;
import io.dataflowsync.dpu.mapping.MappedChange.ChangedRow;
import io.dataflowsync.dpu.mapping.MappedChange.GoneRow;
import io.dataflowsync.dpu.mapping.MappedChange.NewRow;
import io.dataflowsync.dpu.mapping.MappingException;
import io.dataflowsync.dpu.mapping.TargetCascades;
import io.dataflowsync.dpu.statement.SqlStatement.Expected;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatementGeneratorTest {
    private static final TableDefinition ORDERS = table("orders", "#id bigint", "note text", "shape point");
    private final StatementGenerator orders = new StatementGenerator(ORDERS);

    @Test
    void aNewRowIsAnInsertWithBoundValues() {
        Row row = row("id", 91L, "note", "O'Hara");

        SqlStatement statement = only(orders.statements(new NewRow(row, row("id", 91L), false, false)));

        assertThat(statement.sql()).isEqualTo("INSERT INTO `shop`.`orders` (`id`, `note`) VALUES (?, ?)");
        assertThat(statement.values()).containsExactly(91L, "O'Hara");
        assertThat(statement.otherwise()).isNull();
    }

    @Test
    void aSnapshotRowThatMayBeThereIsUpdatedWhereItIs() {
        Row row = row("id", 91L, "note", "x");

        SqlStatement statement = only(orders.statements(new NewRow(row, row("id", 91L), true, false)));

        assertThat(statement.sql()).isEqualTo("INSERT INTO `shop`.`orders` (`id`, `note`) VALUES (?, ?)");
        assertThat(statement.otherwise())
                .usingRecursiveComparison()
                .ignoringFields("shape")
                .isEqualTo(new SqlStatement(
                        "UPDATE `shop`.`orders` SET `note` = ? WHERE `id` = ?", List.of("x", 91L), Expected.ONE, null));
    }

    @Test
    void aSnapshotRowThatIsThereIsInsertedWhereItIsNot() {
        Row row = row("id", 91L, "note", "x");

        SqlStatement statement = only(orders.statements(new NewRow(row, row("id", 91L), true, true)));

        assertThat(statement.sql()).isEqualTo("UPDATE `shop`.`orders` SET `note` = ? WHERE `id` = ?");
        assertThat(statement.otherwise())
                .usingRecursiveComparison()
                .ignoringFields("shape")
                .isEqualTo(new SqlStatement(
                        "INSERT INTO `shop`.`orders` (`id`, `note`) VALUES (?, ?)",
                        List.of(91L, "x"),
                        Expected.ONE,
                        null));
    }

    @Test
    void anUpdateNamesOnlyWhatChanged() {
        SqlStatement statement = only(orders.statements(new ChangedRow(row("note", null), row("id", 91L), false)));

        assertThat(statement.sql()).isEqualTo("UPDATE `shop`.`orders` SET `note` = ? WHERE `id` = ?");
        assertThat(statement.values()).containsExactly(null, 91L);
        assertThat(statement.expected()).isEqualTo(Expected.ONE);
    }

    @Test
    void anUpdateThatChangesNothingIsNoStatement() {
        assertThat(orders.statements(new ChangedRow(row(), row("id", 91L), false)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"CASCADE, ONE_OR_GONE", "SET_NULL, ONE", "NO_ACTION, ONE"})
    void aDeletedRowMayBeGoneByACascadeOfTheTarget(ForeignKey.Rule onDelete, Expected expected) {
        TableDefinition table = table("items", "#order_id bigint", "#product_id bigint");
        ForeignKey key = new ForeignKey(
                "fk_order",
                List.of("order_id"),
                TestTables.name("orders"),
                List.of("id"),
                onDelete,
                ForeignKey.Rule.NO_ACTION,
                false);
        TableDefinition items = new TableDefinition(
                table.name(), table.columns(), table.primaryKey(), table.uniqueKeys(), List.of(key));

        SqlStatement statement = only(
                new StatementGenerator(items).statements(new GoneRow(row("order_id", 1L, "product_id", 2L), false)));

        assertThat(statement)
                .usingRecursiveComparison()
                .ignoringFields("shape")
                .isEqualTo(new SqlStatement(
                        "DELETE FROM `shop`.`items` WHERE `order_id` = ? AND `product_id` = ?",
                        List.of(1L, 2L),
                        expected,
                        null));
    }

    @Test
    void aRowWithoutAKeyIsMatchedValueByValueAndOnlyOnce() {
        TableDefinition events = table(
                "events",
                "what varchar(20)",
                "price decimal(10,2) unsigned",
                "at datetime(6)",
                "ratio float",
                "doc json",
                "raw varbinary(4)",
                "lasted time(3)");

        SqlStatement statement = only(new StatementGenerator(events)
                .statements(new GoneRow(
                        row(
                                "what",
                                "a",
                                "price",
                                "1.50",
                                "at",
                                "2026-01-02 03:04:05",
                                "ratio",
                                0.1,
                                "doc",
                                "{}",
                                "raw",
                                new Binary(new byte[] {1}),
                                "lasted",
                                "-01:00:00"),
                        true)));

        assertThat(statement.sql())
                .isEqualTo("DELETE FROM `shop`.`events`"
                        + " WHERE CAST(CONVERT(`what` USING utf8mb4) AS BINARY) <=> CAST(? AS BINARY)"
                        + " AND `price` <=> CAST(? AS DECIMAL(10,2))"
                        + " AND `at` <=> CAST(? AS DATETIME(6))"
                        + " AND `ratio` <=> ? AND (CAST(`ratio` AS CHAR) LIKE '-%') <=> ?"
                        + " AND CAST(CAST(`doc` AS CHAR) AS BINARY) <=> CAST(CAST(CAST(? AS JSON) AS CHAR) AS BINARY)"
                        + " AND `raw` <=> ?"
                        + " AND `lasted` <=> CAST(? AS TIME(6)) LIMIT 1");
        assertThat(statement.values())
                .containsExactly(
                        "a",
                        "1.50",
                        "2026-01-02 03:04:05",
                        (double) 0.1f,
                        0L,
                        "{}",
                        new Binary(new byte[] {1}),
                        "-01:00:00");
    }

    @Test
    void aShapeIsWrittenFromItsBytesAndItsReferenceSystem() {
        SqlStatement statement = only(orders.statements(new ChangedRow(
                row("shape", new Geometry(4326, new Binary(new byte[] {1, 2}))), row("id", 91L), false)));

        assertThat(statement.sql())
                .isEqualTo(
                        "UPDATE `shop`.`orders` SET `shape` = ST_GeomFromWKB(?, ?, 'axis-order=long-lat') WHERE `id` = ?");
        assertThat(statement.values()).containsExactly(new Binary(new byte[] {1, 2}), 4326L, 91L);
    }

    @Test
    void namesAreQuotedWhateverIsInThem() {
        TableDefinition odd = table("a`b", "#the`key bigint", "select text");

        SqlStatement statement = only(
                new StatementGenerator(odd).statements(new ChangedRow(row("select", "x"), row("the`key", 1L), false)));

        assertThat(statement.sql()).isEqualTo("UPDATE `shop`.`a``b` SET `select` = ? WHERE `the``key` = ?");
    }

    @Test
    void aNumberIsTextInAColumnOfText() {
        TableDefinition coded = table("coded", "#code varchar(20)", "note text");

        SqlStatement statement = only(new StatementGenerator(coded).statements(new GoneRow(row("code", 5L), false)));

        assertThat(statement.values()).containsExactly("5");
    }

    @Test
    void manyRowsAreDeletedByTheirKeys() {
        assertThat(orders.deleteAll(List.of("id"), List.of(row("id", 91L), row("id", 92L))))
                .containsExactly(new SqlStatement(
                        "DELETE FROM `shop`.`orders` WHERE (`id`) IN ((?), (?))",
                        List.of(91L, 92L),
                        Expected.ANY,
                        null));
    }

    @Test
    void anInvalidMemberOfAnEnumIsWrittenByAStatementOfItsOwn() {
        StatementGenerator votes =
                new StatementGenerator(table("votes", "#id int", "kind enum('a','it''s')", "state enum('x')"));

        List<SqlStatement> inserted =
                votes.statements(new NewRow(row("id", 1L, "kind", "", "state", ""), row("id", 1L), false, false));
        assertThat(inserted)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("shape")
                .containsExactly(
                        new SqlStatement(
                                "INSERT /*+ SET_VAR(sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION') */"
                                        + " INTO `shop`.`votes`"
                                        + " SET `id` = ?, `kind` = ?, `state` = ?",
                                List.of(1L, "", ""),
                                Expected.ONE,
                                null),
                        new SqlStatement(
                                "UPDATE `shop`.`votes` SET `id` = ? WHERE `id` = ?",
                                List.of(1L, 1L),
                                Expected.ONE,
                                null));

        List<SqlStatement> changed = votes.statements(new ChangedRow(row("id", 2L, "kind", ""), row("id", 1L), false));
        assertThat(changed)
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("shape")
                .containsExactly(
                        new SqlStatement(
                                "UPDATE /*+ SET_VAR(sql_mode = 'NO_ENGINE_SUBSTITUTION') */ `shop`.`votes`"
                                        + " SET `kind` = '' WHERE `id` = ?",
                                List.of(1L),
                                Expected.ONE,
                                null),
                        new SqlStatement(
                                "UPDATE `shop`.`votes` SET `id` = ? WHERE `id` = ?",
                                List.of(2L, 1L),
                                Expected.ONE,
                                null));
    }

    @Test
    void theEmptyTextIsAMemberLikeOthersWhereTheTypeListsIt() {
        StatementGenerator votes = new StatementGenerator(table("votes", "#id int", "kind enum('a','')"));

        assertThat(only(votes.statements(new NewRow(row("id", 1L, "kind", ""), row("id", 1L), false, false)))
                        .values())
                .containsExactly(1L, 2L);
        assertThat(votes.statements(new NewRow(row("id", 1L, "kind", 0L), row("id", 1L), false, false)))
                .hasSize(2)
                .first()
                .extracting(SqlStatement::values)
                .isEqualTo(List.of(1L, 0L));
    }

    @Test
    void anInvalidMemberOfARowWithoutAKeyIsWrittenByAStatementOfItsOwn() {
        StatementGenerator votes = new StatementGenerator(table("votes", "id int", "kind enum('a')"));

        assertThat(votes.statements(new NewRow(row("id", 1L, "kind", ""), row(), false, false)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("shape")
                .containsExactly(
                        new SqlStatement(
                                "INSERT INTO `shop`.`votes` (`id`, `kind`) VALUES (?, ?)",
                                Arrays.asList(1L, null),
                                Expected.ONE,
                                null),
                        new SqlStatement(
                                "UPDATE /*+ SET_VAR(sql_mode = 'NO_ENGINE_SUBSTITUTION') */ `shop`.`votes`"
                                        + " SET `kind` = '' WHERE `id` <=> ? AND `kind` <=> ? LIMIT 1",
                                Arrays.asList(1L, null),
                                Expected.ONE,
                                null));
    }

    @Test
    void aRowThatComesBackForAMomentNeedsNoParent() {
        StatementGenerator votes = new StatementGenerator(table("votes", "#id int", "kind enum('a')"));

        assertThat(only(votes.statements(new MappedChange.BackRow(row("id", 1L, "kind", ""), true))))
                .isEqualTo(new SqlStatement(
                        "INSERT /*+ SET_VAR(foreign_key_checks = 0)"
                                + " SET_VAR(sql_mode = 'ALLOW_INVALID_DATES,NO_AUTO_VALUE_ON_ZERO,NO_ENGINE_SUBSTITUTION') */"
                                + " INTO `shop`.`votes` SET `id` = ?, `kind` = ?",
                        List.of(1L, ""),
                        Expected.NEW_OR_NOTHING,
                        null));
    }

    @Test
    void noStatementIsMadeWithoutTheWholeKeyWhateverPlannedIt() {
        TableDefinition sales = table("sales", "#shop int", "#day date", "v int");
        StatementGenerator byPrimaryKey = new StatementGenerator(sales);
        StatementGenerator bySource = new StatementGenerator(
                table("sales", "shop int", "day date", "v int"), TargetCascades.NONE, List.of("shop", "day"));

        for (StatementGenerator generator : List.of(byPrimaryKey, bySource)) {
            for (Row found : List.of(row(), row("shop", 1L))) {
                assertRefused(() -> generator.statements(new ChangedRow(row("v", 1L), found, false)));
                assertRefused(() -> generator.statements(new GoneRow(found, false)));
            }
            assertRefused(() -> generator.statements(new GoneRow(row(), true)));
            assertRefused(() -> generator.statements(new MappedChange.UnwantedRow(row("shop", 1L), true)));
            assertRefused(() -> generator.deleteAll(List.of("shop"), List.of(row("shop", 1L))));
            assertThat(generator.statements(new GoneRow(row("shop", 1L, "day", "2020-01-01"), false)))
                    .hasSize(1);
        }
        assertRefused(() -> bySource.statements(new GoneRow(row("shop", 1L), true)));
    }

    private static void assertRefused(ThrowableAssert.ThrowingCallable statements) {
        assertThatThrownBy(statements)
                .isInstanceOfSatisfying(
                        MappingException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.KEY_INCOMPLETE))
                .hasMessageContaining("its key is shop, day");
    }

    @Test
    void aUniqueKeyWithoutNullFindsOneRowToo() {
        TableDefinition people = new TableDefinition(
                TestTables.name("people"),
                List.of(
                        new ColumnDefinition("pk", "bigint", false, false, true, true),
                        new ColumnDefinition("id", "int", false, false, false, true),
                        new ColumnDefinition("mail", "text", true, false, false, true)),
                List.of("pk"),
                List.of(List.of("id"), List.of("mail")),
                List.of());

        StatementGenerator generator = new StatementGenerator(people);

        assertThat(generator.statements(new GoneRow(row("id", 1L), false))).hasSize(1);
        assertThatThrownBy(() -> generator.statements(new GoneRow(row("mail", "x"), false)))
                .hasMessageContaining("would find it by mail, and its key is pk");
    }

    @Test
    void aColumnWithTheTargetsClockIsNamedByEveryUpdate() {
        StatementGenerator clocked = new StatementGenerator(clocked());
        Row kept = row("ts", "2001-01-01 00:00:00");

        SqlStatement keyed = only(clocked.statements(new ChangedRow(row("kind", "a"), row("id", 1L), false, kept)));
        assertThat(keyed.sql()).isEqualTo("UPDATE `shop`.`clocked` SET `kind` = ?, `ts` = ? WHERE `id` = ?");
        assertThat(keyed.values()).containsExactly("a", "2001-01-01 00:00:00", 1L);
        assertThat(clocked.statements(new ChangedRow(row(), row("id", 1L), false, kept)))
                .isEmpty();
    }

    @Test
    void aStatementForAnInvalidMemberLeavesTheClockOutToo() {
        StatementGenerator clocked = new StatementGenerator(clocked());

        List<SqlStatement> inserted =
                clocked.statements(new NewRow(row("id", 1L, "kind", ""), row("id", 1L), true, false));
        assertThat(Objects.requireNonNull(inserted.get(0).otherwise()).sql())
                .endsWith("SET `kind` = '', `ts` = `ts`, `own` = `own` WHERE `id` = ?");
        List<SqlStatement> changed = clocked.statements(
                new ChangedRow(row("kind", ""), row("id", 1L), false, row("ts", "2001-01-01 00:00:00")));
        assertThat(only(changed).sql()).endsWith("SET `kind` = '', `ts` = `ts` WHERE `id` = ?");
    }

    private static TableDefinition clocked() {
        return new TableDefinition(
                TestTables.name("clocked"),
                List.of(
                        new ColumnDefinition("id", "int", false, false, true, true),
                        new ColumnDefinition("kind", "enum('a')", true, false, false, true),
                        new ColumnDefinition("ts", "timestamp", false, false, false, true, "", true),
                        new ColumnDefinition("own", "timestamp", false, false, false, true, "", true)),
                List.of("id"),
                List.of(),
                List.of());
    }

    private static SqlStatement only(List<SqlStatement> statements) {
        assertThat(statements).hasSize(1);
        return statements.get(0);
    }
}
