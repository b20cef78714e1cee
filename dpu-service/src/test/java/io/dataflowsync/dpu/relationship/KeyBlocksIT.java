package io.dataflowsync.dpu.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.agroal.api.AgroalDataSource;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.OneSession;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KeyBlocksIT {
    private static final KeySpace SPACE = space("t");

    private static RunDirectory run;
    private static MySql80 target;
    private static MysqlDataSource source;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        target = MySql80.start(run);
        target.execute("", "CREATE DATABASE numbers");
        target.execute("numbers", "CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, who VARCHAR(9))");
        source = new MysqlDataSource();
        source.setUrl(target.jdbcUrl("numbers"));
        source.setUser("root");
        source.setPassword("");
    }

    @AfterAll
    static void end() {
        run.close();
    }

    private static KeySpace space(String table) {
        return new KeySpace(
                new TableName("shop", table),
                new TableName("numbers", table),
                "id",
                true,
                BigInteger.valueOf(Long.MAX_VALUE),
                true);
    }

    @Test
    void aClaimLeavesTheSessionThatItBorrowsAsItWas() throws SQLException {
        try (AgroalDataSource pool = OneSession.of(target, "numbers")) {
            assertThat(lockWait(pool, "SET SESSION lock_wait_timeout = 7")).isEqualTo(7);

            new NumberClaim(pool).claim(SPACE, 10, BigInteger.ZERO);

            assertThat(lockWait(pool, "DO 1")).isEqualTo(7);
        }
    }

    private static int lockWait(AgroalDataSource pool, String before) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(before);
            try (ResultSet row = statement.executeQuery("SELECT @@SESSION.lock_wait_timeout")) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    @Test
    void numbersThatAreClaimedBesideTheTargetsOwnWritersAreNobodyElses() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Set<Long> own = ConcurrentHashMap.newKeySet();
        List<Thread> writers = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            Thread writer = new Thread(() -> writeUntil(over, own));
            writer.start();
            writers.add(writer);
        }
        await().until(() -> own.size() > 20);

        List<Long> claimed = new ArrayList<>();
        NumberClaim numbers = new NumberClaim(source);
        BigInteger above = BigInteger.ZERO;
        for (int block = 0; block < 30; block++) {
            long first = numbers.claim(SPACE, 100, above).longValueExact();
            for (long number = first; number < first + 100; number++) {
                claimed.add(number);
            }
            above = BigInteger.valueOf(first + 99);
        }
        int before = own.size();
        await().until(() -> own.size() > before + 20);
        over.set(true);
        for (Thread writer : writers) {
            writer.join();
        }

        assertThat(claimed).doesNotHaveDuplicates().doesNotContainAnyElementsOf(own);
        insert(claimed);
    }

    @Test
    void aClaimThatWaitsForTheLockOfAWriterInVainSaysSo() throws Exception {
        target.execute("numbers", "CREATE TABLE held (id BIGINT PRIMARY KEY AUTO_INCREMENT)");
        KeySpace held = space("held");
        try (Connection own = source.getConnection();
                Statement statement = own.createStatement()) {
            own.setAutoCommit(false);
            statement.execute("INSERT INTO held VALUES (5)");

            assertThatThrownBy(() -> new NumberClaim(source).claim(held, 100, BigInteger.ZERO))
                    .isInstanceOfSatisfying(
                            ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TARGET_LOCKED));

            own.rollback();
        }
    }

    /** The application holds the parent and goes on to the child; a claim on the child must not stand between. */
    @Test
    void aClaimOnAChildTableDoesNotDeadlockAWriterOfItsParent() throws Exception {
        target.execute("numbers", "CREATE TABLE parent (id BIGINT PRIMARY KEY AUTO_INCREMENT)");
        target.execute(
                "numbers",
                "CREATE TABLE child (id BIGINT PRIMARY KEY AUTO_INCREMENT, parent BIGINT,"
                        + " FOREIGN KEY (parent) REFERENCES parent (id))");
        KeySpace child = space("child");
        try (Connection own = source.getConnection();
                Statement statement = own.createStatement()) {
            own.setAutoCommit(false);
            statement.execute("INSERT INTO parent VALUES (5)");

            assertThat(new NumberClaim(source).claim(child, 100, BigInteger.ZERO))
                    .isEqualTo(1);

            statement.execute("INSERT INTO child (parent) VALUES (5)", Statement.RETURN_GENERATED_KEYS);
            try (ResultSet keys = statement.getGeneratedKeys()) {
                keys.next();
                assertThat(keys.getLong(1)).isEqualTo(101);
            }
            own.commit();
        }
    }

    private static void writeUntil(AtomicBoolean over, Set<Long> own) {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "INSERT INTO t (who) VALUES ('own')", Statement.RETURN_GENERATED_KEYS)) {
            while (!over.get()) {
                insert.executeUpdate();
                try (ResultSet keys = insert.getGeneratedKeys()) {
                    keys.next();
                    own.add(keys.getLong(1));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Fails where a key is taken. */
    private static void insert(List<Long> keys) throws SQLException {
        try (Connection connection = source.getConnection();
                PreparedStatement insert = connection.prepareStatement("INSERT INTO t (id, who) VALUES (?, 'dfs')")) {
            for (long key : keys) {
                insert.setLong(1, key);
                insert.addBatch();
            }
            assertThat(insert.executeBatch()).hasSize(keys.size());
        }
    }
}
