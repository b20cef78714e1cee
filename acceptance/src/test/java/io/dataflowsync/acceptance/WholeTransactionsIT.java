package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Who reads the target at any moment sees each transaction of the source as a whole, or nothing of it. */
class WholeTransactionsIT {
    private static final int ACCOUNTS = 40;
    private static final int SUM = ACCOUNTS * 100;
    private static final int NOTES = 700;
    private static final int LOTS_OF_THE_LARGEST = 50;

    private static RunDirectory run;
    private static FaultServers servers;
    private static FaultPipeline pipeline;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        servers = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        servers.createSchemas("bank");
        pipeline = new FaultPipeline(run, servers, "bank", "", Map.of());
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(pipeline, servers, run);
    }

    @Test
    void nobodyEverSeesHalfATransaction() throws SQLException {
        pipeline.table("accounts", "id INT PRIMARY KEY AUTO_INCREMENT, balance INT NOT NULL");
        pipeline.table(
                "notes",
                "id INT PRIMARY KEY AUTO_INCREMENT, account_id INT NOT NULL,"
                        + " FOREIGN KEY (account_id) REFERENCES accounts (id)");
        pipeline.source(
                "INSERT INTO accounts (balance) VALUES " + String.join(", ", Collections.nCopies(ACCOUNTS, "(100)")));
        pipeline.awaitOnTarget("SELECT SUM(balance) FROM accounts", "" + SUM);

        pipeline.dpu().kill();
        transact(new Random(1));
        pipeline.dpu().restart();
        CompletableFuture<SortedSet<String>> seen = CompletableFuture.supplyAsync(this::whatIsSeen);
        transactLargest();
        transact(new Random(2));
        pipeline.source("INSERT INTO accounts (balance) VALUES (-1)");

        assertThat(seen.join()).isSubsetOf(whole());
        pipeline.awaitOnTarget(
                "SELECT balance, COUNT(*) FROM accounts GROUP BY 1 ORDER BY 1",
                pipeline.onSource("SELECT balance, COUNT(*) FROM accounts GROUP BY 1 ORDER BY 1"));
    }

    /** A transfer that is half done while 35,000 rows come. */
    private static void transactLargest() throws SQLException {
        try (Connection source = pipeline.connectToSource();
                Statement statement = source.createStatement()) {
            source.setAutoCommit(false);
            statement.execute("UPDATE accounts SET balance = balance - 7 WHERE id = 1");
            for (int i = 0; i < LOTS_OF_THE_LARGEST; i++) {
                statement.execute(notes());
            }
            statement.execute("UPDATE accounts SET balance = balance + 7 WHERE id = 2");
            source.commit();
        }
    }

    private static String notes() {
        return "INSERT INTO notes (account_id) VALUES "
                + IntStream.range(0, NOTES)
                        .mapToObj(n -> "(" + (1 + n % ACCOUNTS) + ")")
                        .collect(Collectors.joining(", "));
    }

    /** Transfers between several accounts, and now and then many rows at once. */
    private static void transact(Random random) throws SQLException {
        try (Connection source = pipeline.connectToSource();
                Statement statement = source.createStatement()) {
            source.setAutoCommit(false);
            for (int i = 0; i < 400; i++) {
                for (int transfer = random.nextInt(8); transfer >= 0; transfer--) {
                    int amount = random.nextInt(50);
                    statement.execute("UPDATE accounts SET balance = balance - " + amount + " WHERE id = "
                            + (1 + random.nextInt(ACCOUNTS)));
                    statement.execute("UPDATE accounts SET balance = balance + " + amount + " WHERE id = "
                            + (1 + random.nextInt(ACCOUNTS)));
                }
                if (i % 40 == 0) {
                    statement.execute(notes());
                }
                source.commit();
            }
        }
    }

    /** The sum of the balances, and the notes beyond whole lots of them, until the last account has come. */
    private SortedSet<String> whatIsSeen() {
        SortedSet<String> seen = new TreeSet<>();
        List<String> rows;
        do {
            rows = pipeline.onTarget("SELECT SUM(balance), (SELECT COUNT(*) % " + NOTES + " FROM notes) FROM accounts");
            seen.addAll(rows);
        } while (!rows.contains((SUM - 1) + "|0"));
        return seen;
    }

    private static List<String> whole() {
        return List.of(SUM + "|0", (SUM - 1) + "|0");
    }
}
