package io.dataflowsync.cdc.capture.value;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.shyiko.mysql.binlog.event.EventHeaderV4;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemporaryTablesTest {
    private final TemporaryTables tables = new TemporaryTables();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUNCATE t",
                "truncate table `T`",
                "/* by hand */ TRUNCATE\n  `shop` . t -- now",
                "ALTER TABLE t ADD COLUMN a INT",
                "ALTER IGNORE TABLE shop.t ENGINE = InnoDB",
                "CREATE INDEX i ON t (a)",
                "CREATE UNIQUE INDEX `i` USING BTREE ON `t`(a)",
                "DROP INDEX i ON t",
            })
    void whatItsSessionHasMadeIsTemporary(String sql) {
        assertThat(follow(1, true, sql)).as("before it is made").isFalse();
        assertThat(follow(1, false, "CREATE TEMPORARY TABLE IF NOT EXISTS `t` (id INT)"))
                .isFalse();

        assertThat(follow(1, true, sql)).isTrue();
        assertThat(follow(2, true, sql)).as("in another session").isFalse();
        assertThat(follow(1, false, sql)).as("without the server's mark").isFalse();

        follow(1, true, "DROP /*!40005 TEMPORARY */ TABLE IF EXISTS `other`, `t`");
        assertThat(follow(1, true, sql)).as("behind its end").isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TRUNCATE u",
                "TRUNCATE other.t",
                "ALTER TABLE u RENAME TO t",
                "RENAME TABLE t TO u",
                "INSERT INTO t VALUES (1)",
                "CREATE INDEX t ON u (a)",
                "DROP INDEX t ON u",
            })
    void whatIsAboutAnotherTableIsNot(String sql) {
        follow(1, true, "CREATE TEMPORARY TABLE t (id INT)");

        assertThat(follow(1, true, sql)).isFalse();
    }

    @Test
    void anotherNameIsFollowed() {
        follow(1, true, "CREATE TEMPORARY TABLE t (id INT)");
        assertThat(follow(1, true, "ALTER TABLE t RENAME INDEX a TO b")).isTrue();
        assertThat(follow(1, true, "TRUNCATE b")).isFalse();
        assertThat(follow(1, true, "ALTER TABLE t ADD a INT, RENAME TO shop.u")).isTrue();
        assertThat(follow(1, true, "TRUNCATE u")).isTrue();
        assertThat(follow(1, true, "TRUNCATE t")).as("by its former name").isFalse();
        assertThat(follow(1, true, "ALTER TABLE u RENAME totals")).isTrue();
        assertThat(follow(1, true, "TRUNCATE totals")).isTrue();
    }

    private boolean follow(long session, boolean marked, String sql) {
        EventHeaderV4 header = new EventHeaderV4();
        header.setFlags(marked ? 0x4 : 0);
        SessionQueryData query = new SessionQueryData(StatusVariables.read(new byte[0]));
        query.readHeader(header);
        query.setThreadId(session);
        query.setDatabase("shop");
        query.setSql(sql);
        return tables.follow(query);
    }
}
