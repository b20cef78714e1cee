package io.dataflowsync.cdc.capture.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.definition.SourceColumn;
import io.dataflowsync.cdc.definition.SourceTable;
import io.dataflowsync.contract.table.TableName;
import io.debezium.connector.mysql.antlr.MySqlAntlrDdlParser;
import io.debezium.relational.TableId;
import io.debezium.relational.Tables;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What no table map of the binlog tells: names, their order, character sets. */
class EngineAgreementTest {
    private static final SourceTable OURS = new SourceTable(
            new TableName("shop", "t"),
            List.of(column("a", "int(11)", ""), column("b", "int(11)", ""), column("v", "varchar(9)", "latin1_bin")),
            List.of(),
            List.of(),
            "latin1_swedish_ci",
            "innodb");

    @Test
    void theSameNamesAndCharacterSetsAgree() {
        assertThat(difference("a INTEGER, b INT, v VARCHAR(9) CHARACTER SET latin1"))
                .isEmpty();
    }

    @Test
    void columnsInAnotherOrderDoNot() {
        assertThat(difference("b INT, a INT, v VARCHAR(9) CHARACTER SET latin1"))
                .isEqualTo("the table is (a int, b int, v varchar latin1), the engine decodes with"
                        + " (b int, a int, v varchar latin1)");
    }

    @Test
    void anotherNameOrCharacterSetDoesNot() {
        assertThat(difference("a INT, c INT, v VARCHAR(9) CHARACTER SET latin1"))
                .endsWith("the engine decodes with (a int, c int, v varchar latin1)");
        assertThat(difference("a INT, b INT, v VARCHAR(9) CHARACTER SET cp1251"))
                .endsWith("the engine decodes with (a int, b int, v varchar cp1251)");
    }

    private static SourceColumn column(String name, String type, String collation) {
        return new SourceColumn(name, type, true, SourceColumn.Generated.NONE, false, false, collation, false);
    }

    private static String difference(String columns) {
        Tables tables = new Tables();
        MySqlAntlrDdlParser parser = new MySqlAntlrDdlParser();
        parser.setCurrentSchema("shop");
        parser.parse("CREATE TABLE t (" + columns + ")", tables);
        return EngineAgreement.difference(OURS, tables.forTable(new TableId("shop", null, "t")));
    }
}
