package io.dataflowsync.cdc.capture.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.event.TableMapEventData;
import io.dataflowsync.cdc.capture.StatedAgreement;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.contract.error.ErrorCode;
import io.debezium.connector.mysql.antlr.MySqlAntlrDdlParser;
import io.debezium.relational.Table;
import io.debezium.relational.TableId;
import io.debezium.relational.Tables;
import java.util.BitSet;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RowGuardTest {
    private static final byte INT = 3;
    private static final byte BIGINT = 8;
    private static final String FITTING = "CREATE TABLE t (id INT NOT NULL, v BIGINT, PRIMARY KEY (id))";

    @Test
    void rowsOfATableWhoseMapFitsArePassed() {
        assertThat(look(parsed(FITTING), "")).isEmpty();
    }

    @Test
    void rowsOfATableWhoseMapIsOfAnotherDefinitionAreNot() {
        assertThat(look(parsed("CREATE TABLE t (id INT NOT NULL, v INT, PRIMARY KEY (id))"), ""))
                .contains(unproven("shop.t: column 2 is bigint in the binlog, the capture would read v int"));
        assertThat(look(parsed("CREATE TABLE t (id INT NOT NULL, PRIMARY KEY (id))"), ""))
                .contains(unproven("shop.t: the binlog has 2 columns (int not null, bigint), the capture would read 1"
                        + " (id int not null)"));
        assertThat(look(null, ""))
                .contains(unproven("shop.t: the binlog has rows of 2 columns (int not null, bigint), the capture knows"
                        + " no definition of the table"));
    }

    @Test
    void rowsThatWouldBeDecodedWithOtherNamesAreNot() {
        assertThat(look(parsed(FITTING), "the names are others")).contains(unproven("shop.t: the names are others"));
    }

    private static Optional<Obstacle> look(@Nullable Table decodedWith, String disagreement) {
        RowGuard guard = new RowGuard(table -> true, obstacle -> false);
        guard.decodedWith(name -> decodedWith);
        guard.agreeWith(new StatedAgreement(disagreement, ""));
        return guard.look(map(), "mysql-bin.000007", 400);
    }

    private static Obstacle unproven(String text) {
        return new Obstacle(ErrorCode.DEFINITION_UNPROVEN, "mysql-bin.000007:400", text);
    }

    private static TableMapEventData map() {
        TableMapEventData map = new TableMapEventData();
        map.setTableId(7);
        map.setDatabase("shop");
        map.setTable("t");
        map.setColumnTypes(new byte[] {INT, BIGINT});
        map.setColumnMetadata(new int[] {0, 0});
        BitSet nullable = new BitSet();
        nullable.set(1);
        map.setColumnNullability(nullable);
        return map;
    }

    private static Table parsed(String create) {
        Tables tables = new Tables();
        MySqlAntlrDdlParser parser = new MySqlAntlrDdlParser();
        parser.setCurrentSchema("shop");
        parser.parse(create, tables);
        return tables.forTable(new TableId("shop", null, "t"));
    }
}
