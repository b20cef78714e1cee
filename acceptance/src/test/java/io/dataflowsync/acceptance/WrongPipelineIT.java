package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.preflight.Preflight;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pipeline files that are right but for one thing, and the one line that each gets. */
class WrongPipelineIT {
    private static final String RIGHT = """
            dfs:
              project: shop
              source:
                host: 127.0.0.1
                port: <source>
                user: dfs
                password: "${SOURCE_PASSWORD}"
                schemas: [shop]
              target:
                host: 127.0.0.1
                port: <target>
                user: dfs
                password: "${TARGET_PASSWORD:<password>}"
                schema: store
              log:
                host: 127.0.0.1
                port: <log>
                user: dfs
                password: <password>
                schema: dfs_shop
              snapshot: initial
              tables:
                customers:
                  target: clients
                  columns:
                    name: full_name
                    ssn: { drop: true }
                orders:
                  references: { buyer_id: customers }
                audit: { skip: true }
            """;

    private static final Map<String, String> ENVIRONMENT =
            Map.of("SOURCE_PASSWORD", Engine.PASSWORD, "DFS_TARGET_ALLOW_PUBLIC_KEY_RETRIEVAL", "true");

    private static RunDirectory run;
    private static MySql57 source;
    private static MySql57 withoutBinlog;
    private static MySql57 withoutShop;
    private static MySql80 target;
    private static MariaDb log;

    private final Path directory;

    WrongPipelineIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        source = MySql57.start(run);
        withoutBinlog = MySql57.start(run, EngineOptions.DEFAULT.withFlags("--skip-log-bin"));
        withoutShop = MySql57.start(run, EngineOptions.DEFAULT.withFlags("--binlog-ignore-db=shop"));
        target = MySql80.start(run);
        log = MariaDb.start(run);
        for (MySql57 server : List.of(source, withoutBinlog, withoutShop)) {
            server.execute(
                    "",
                    "CREATE SCHEMA shop",
                    "CREATE TABLE shop.customers (id INT AUTO_INCREMENT PRIMARY KEY, name VARCHAR(90), ssn VARCHAR(9))",
                    "CREATE TABLE shop.orders (id INT AUTO_INCREMENT PRIMARY KEY, buyer_id INT, total DECIMAL(9, 2))",
                    "CREATE TABLE shop.audit (text VARCHAR(90))");
        }
        source.execute(
                "",
                "CREATE USER 'reader'@'%' IDENTIFIED BY 'r'",
                "GRANT SELECT, RELOAD, REPLICATION CLIENT ON *.* TO 'reader'@'%'");
        target.execute(
                "",
                "CREATE SCHEMA store",
                "CREATE TABLE store.clients (id BIGINT AUTO_INCREMENT PRIMARY KEY, full_name VARCHAR(90))",
                "CREATE TABLE store.orders (id BIGINT AUTO_INCREMENT PRIMARY KEY, buyer_id BIGINT, total DECIMAL(9, 2))",
                "CREATE TABLE store.kept (id BIGINT PRIMARY KEY, buyer_id BIGINT, total DECIMAL(9, 2))",
                "CREATE TABLE store.strict (id BIGINT AUTO_INCREMENT PRIMARY KEY, buyer_id BIGINT, total DECIMAL(9, 2),"
                        + " region INT NOT NULL)");
        target.grant("store");
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    /** What to write instead of what, and the line. */
    static Stream<Arguments> files() {
        return Stream.of(
                arguments(
                        "unknown key",
                        "snapshot: initial",
                        "snapshto: initial",
                        "pipeline.yaml:21 dfs.snapshto: unknown key; did you mean 'snapshot'?"),
                arguments(
                        "wrong type",
                        "port: <target>",
                        "port: many",
                        "pipeline.yaml:11 dfs.target.port: a number expected, found 'many'; write a number from 1 to 65535"),
                arguments(
                        "unknown word",
                        "snapshot: initial",
                        "snapshot: sometimes",
                        "pipeline.yaml:21 dfs.snapshot: unknown: 'sometimes'; write one of initial, never, only"),
                arguments(
                        "missing key",
                        "    schemas: [shop]\n",
                        "",
                        "pipeline.yaml:3 dfs.source.schemas: missing; write schemas: [the schemas to capture]"),
                arguments(
                        "key twice",
                        "    user: dfs\n    password: \"${SOURCE",
                        "    user: dfs\n    user: root\n    password: \"${SOURCE",
                        "pipeline.yaml:7 dfs.source.user: a second 'user', the first is on line 6; keep one"),
                arguments(
                        "missing variable",
                        "${SOURCE_PASSWORD}",
                        "${SUORCE_PASSWORD}",
                        "pipeline.yaml:7 dfs.source.password: the environment has no variable SUORCE_PASSWORD; set it, or"
                                + " write ${SUORCE_PASSWORD:otherwise} with the value to use without it"),
                arguments(
                        "no YAML",
                        "schemas: [shop]",
                        "schemas: [shop",
                        "pipeline.yaml:9 column 9: not YAML: expected ',' or ']', but got :; look for a missing quote,"
                                + " colon, bracket or indentation there"),
                arguments(
                        "rules that exclude each other",
                        "ssn: { drop: true }",
                        "ssn: { drop: true, mask: hash }",
                        "pipeline.yaml:27 dfs.tables.customers.columns.ssn.drop: drop together with mask, which then has no"
                                + " effect; write one of the two"),
                arguments(
                        "unreachable host",
                        "host: 127.0.0.1\n    port: <source>",
                        "host: nowhere.invalid\n    port: <source>",
                        "pipeline.yaml:4 dfs.source.host: cannot reach nowhere.invalid:<source> (unknown host); start the"
                                + " server, or write the host and port of one that runs"),
                arguments(
                        "closed port",
                        "port: <target>",
                        "port: 1",
                        "pipeline.yaml:10 dfs.target.host: cannot reach 127.0.0.1:1 (Connection refused); start the server,"
                                + " or write the host and port of one that runs"),
                arguments(
                        "unreachable log",
                        "port: <log>",
                        "port: 1",
                        "pipeline.yaml:16 dfs.log.host: cannot reach 127.0.0.1:1 (Connection refused); start the server,"
                                + " or write the host and port of one that runs"),
                arguments(
                        "unreachable broker",
                        "  snapshot: initial",
                        "  broker: { bootstrap-servers: '127.0.0.1:1' }\n  snapshot: initial",
                        "pipeline.yaml:21 dfs.broker.bootstrap-servers: cannot reach 127.0.0.1:1; start the broker, or write"
                                + " the host:port of one that runs"),
                arguments(
                        "wrong password of the source",
                        "\"${SOURCE_PASSWORD}\"",
                        "'not this one'",
                        "pipeline.yaml:7 dfs.source.password: the server 127.0.0.1:<source> does not let in the user 'dfs'"
                                + " with this password; write the user and the password of an account there"),
                arguments(
                        "wrong password of the target",
                        "\"${TARGET_PASSWORD:<password>}\"",
                        "'not this one'",
                        "pipeline.yaml:13 dfs.target.password: the server 127.0.0.1:<target> does not let in the user 'dfs'"
                                + " with this password; write the user and the password of an account there"),
                arguments(
                        "wrong password of the log",
                        "password: <password>\n    schema: dfs_shop",
                        "password: 'not this one'\n    schema: dfs_shop",
                        "pipeline.yaml:19 dfs.log.password: the server 127.0.0.1:<log> does not let in the user 'dfs' with"
                                + " this password; write the user and the password of an account there"),
                arguments(
                        "a log that may not be made",
                        "schema: dfs_shop",
                        "schema: mysql_shop",
                        "pipeline.yaml:20 dfs.log.schema: the log has no schema 'mysql_shop' that the user 'dfs' sees, and"
                                + " the user may not create one; run CREATE DATABASE `mysql_shop` there, and GRANT ALL"
                                + " ON it"),
                arguments(
                        "no such schema of the source",
                        "schemas: [shop]",
                        "schemas: [shop, store]",
                        "pipeline.yaml:8 dfs.source.schemas: the source has no schema 'store' that the user 'dfs' sees;"
                                + " write one that it has, or run GRANT SELECT ON `store`.* TO 'dfs' there"),
                arguments(
                        "no such schema of the target",
                        "schema: store",
                        "schema: stores",
                        "pipeline.yaml:14 dfs.target.schema: the target has no schema 'stores' that the user sees; create it"
                                + " there, or write one that it has"),
                arguments(
                        "no such table",
                        "audit: { skip: true }",
                        "audits: { skip: true }\n    audit: { skip: true }",
                        "pipeline.yaml:30 dfs.tables.audits: the source has no table 'audits'; did you mean 'audit'?"),
                arguments(
                        "no such column",
                        "ssn: { drop: true }",
                        "ssn: { drop: true }\n        nme: { mask: hash }",
                        "pipeline.yaml:28 dfs.tables.customers.columns.nme: the source's table 'customers' has no column"
                                + " 'nme'; did you mean 'name'?"),
                arguments(
                        "no such table to refer to",
                        "{ buyer_id: customers }",
                        "{ buyer_id: custommers }",
                        "pipeline.yaml:29 dfs.tables.orders.references.buyer_id: the source has no table 'custommers' to"
                                + " refer to; did you mean 'customers'?"),
                arguments(
                        "a reference to what is not captured",
                        "{ buyer_id: customers }",
                        "{ buyer_id: audit }",
                        "pipeline.yaml:29 dfs.tables.orders.references.buyer_id: refers to the table 'audit', which is not"
                                + " captured; leave out its skip, or this reference"),
                arguments(
                        "no such column of the target",
                        "name: full_name",
                        "name: fullname",
                        "pipeline.yaml:26 dfs.tables.customers.columns.name: the target has no column 'clients.fullname';"
                                + " add it there, write name: and the name of another, or name: { write: false }"),
                arguments(
                        "no such table of the target",
                        "target: clients",
                        "target: client",
                        "pipeline.yaml:24 dfs.tables.customers.target: the target has no table 'client'; create it, write"
                                + " target: and the name of another, or skip: true"),
                arguments(
                        "a column that nothing fills",
                        "references: {",
                        "target: strict\n      references: {",
                        "pipeline.yaml:28 dfs.tables.orders.columns.region: the target's column 'strict.region' takes no"
                                + " NULL, has no default, and nothing fills it; give it a default there, or write region:"
                                + " { constant: value }"),
                arguments(
                        "new keys without AUTO_INCREMENT",
                        "references: {",
                        "target: kept\n      references: {",
                        "pipeline.yaml:28 dfs.tables.orders.identity: new keys for 'kept.id', which is not an integer with"
                                + " AUTO_INCREMENT; make it one there, or write identity: keep"),
                arguments(
                        "a binlog that is gone",
                        "snapshot: initial",
                        "start-from: { file: mysql-bin.000099, position: 4 }",
                        "pipeline.yaml:21 dfs.start-from.file: the source has no binlog 'mysql-bin.000099'; write one of"
                                + " those it has, mysql-bin.000001 to mysql-bin.000002"),
                arguments(
                        "no GTIDs",
                        "snapshot: initial",
                        "start-from: { gtid-set: 'today' }",
                        "pipeline.yaml:21 dfs.start-from.gtid-set: not a GTID set: 'today'; write what @@gtid_executed has"),
                arguments(
                        "missing privilege",
                        "user: dfs\n    password: \"${SOURCE_PASSWORD}\"",
                        "user: reader\n    password: r",
                        "pipeline.yaml:6 dfs.source.user: the user 'reader' lacks REPLICATION SLAVE; run GRANT REPLICATION"
                                + " SLAVE ON *.* TO 'reader' on the source"),
                arguments(
                        "no binlog",
                        "port: <source>",
                        "port: <without binlog>",
                        "pipeline.yaml:4 dfs.source.host: the source writes no binlog: log_bin is OFF; start it with"
                                + " --log-bin=mysql-bin --server-id=1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("files")
    void aWrongFileHasItsOneLineAndItsExitCode(String name, String right, String wrong, String line)
            throws IOException, InterruptedException {
        assertThat(RIGHT).as("what %s replaces", name).containsOnlyOnce(right);
        assertThat(run(RIGHT.replace(right, wrong))).isEqualTo(new Outcome(2, List.of(withPorts(line))));
    }

    @Test
    void aBinlogOfStatementsIsRefused() throws IOException, InterruptedException {
        source.execute("", "SET GLOBAL binlog_format = 'STATEMENT'", "SET GLOBAL binlog_row_image = 'MINIMAL'");
        Outcome outcome = run(RIGHT);
        source.execute("", "SET GLOBAL binlog_format = 'ROW'", "SET GLOBAL binlog_row_image = 'FULL'");
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        2,
                        List.of(
                                "pipeline.yaml:4 dfs.source.host: the source's binlog_format is STATEMENT, not ROW; run SET"
                                        + " GLOBAL binlog_format = 'ROW' there, put it into its my.cnf, and reconnect its"
                                        + " clients",
                                "pipeline.yaml:4 dfs.source.host: the source's binlog_row_image is MINIMAL, not FULL; run"
                                        + " SET GLOBAL binlog_row_image = 'FULL' there, put it into its my.cnf, and"
                                        + " reconnect its clients")));
    }

    @Test
    void aBinlogThatLacksChangesIsRefused() throws IOException, InterruptedException {
        withoutShop.execute("", "CHANGE MASTER TO MASTER_HOST = '127.0.0.1', MASTER_PORT = " + source.port());
        assertThat(run(RIGHT.replace("port: <source>", "port: <without shop>")))
                .isEqualTo(new Outcome(
                        2,
                        List.of(
                                "pipeline.yaml:4 dfs.source.host: the source is a replica, and what it replicates is not in"
                                        + " its binlog: log_slave_updates is OFF; start it with --log-slave-updates, or"
                                        + " write the host of the server that it replicates from",
                                "pipeline.yaml:4 dfs.source.host: the source leaves the schema 'shop' out of its binlog:"
                                        + " binlog-do-db is [], binlog-ignore-db is [shop]; start it without these")));
    }

    @Test
    void aTableThatASnapshotCannotReadAtOneMomentIsRefusedWithoutAKey() throws IOException, InterruptedException {
        source.execute(
                "shop",
                "CREATE TABLE visits (what INT) ENGINE = MyISAM",
                "CREATE TABLE keyed (id INT PRIMARY KEY AUTO_INCREMENT) ENGINE = MyISAM",
                "ALTER TABLE audit ENGINE = MyISAM");
        target.execute(
                "store", "CREATE TABLE visits (what INT)", "CREATE TABLE keyed (id INT PRIMARY KEY AUTO_INCREMENT)");
        Outcome outcome = run(RIGHT);
        Path never = Files.writeString(
                directory.resolve("never.yaml"), withPorts(RIGHT.replace("snapshot: initial", "snapshot: never")));
        List<Problem> withoutSnapshot = Preflight.check(PipelineFile.read(never, ENVIRONMENT));
        source.execute("shop", "DROP TABLE visits, keyed", "ALTER TABLE audit ENGINE = InnoDB");
        target.execute("store", "DROP TABLE visits, keyed");
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        2,
                        List.of("pipeline.yaml:21 dfs.snapshot: the table shop.visits has no primary key and no"
                                + " transactions (MyISAM): rows that are written to it while the snapshot reads would"
                                + " come twice; give it a primary key, or run ALTER TABLE shop.visits ENGINE = InnoDB"
                                + " on the source; or write visits: { skip: true } under tables")));
        assertThat(withoutSnapshot).isEmpty();
    }

    @Test
    void serversThatTakeNoLargeRowsAreRefused() throws IOException, InterruptedException {
        log.execute("", "SET GLOBAL max_allowed_packet = 16777216");
        target.execute("", "SET GLOBAL max_allowed_packet = 4194304");
        Outcome outcome = run(RIGHT);
        log.execute("", "SET GLOBAL max_allowed_packet = 67108864");
        target.execute("", "SET GLOBAL max_allowed_packet = 67108864");
        String fix =
                "and a large row needs up to 64; run SET GLOBAL max_allowed_packet = 67108864 there, and put it into its"
                        + " my.cnf";
        assertThat(outcome)
                .isEqualTo(new Outcome(
                        2,
                        List.of(
                                "pipeline.yaml:10 dfs.target.host: the target's max_allowed_packet is 4 MiB, " + fix,
                                "pipeline.yaml:16 dfs.log.host: the log's max_allowed_packet is 16 MiB, " + fix)));
    }

    /** Run to its end it would start the services, so it is only looked at. */
    @Test
    void theRightFileHasNoProblem() throws IOException {
        Path file = Files.writeString(directory.resolve("pipeline.yaml"), withPorts(RIGHT));
        assertThat(Preflight.check(PipelineFile.read(file, ENVIRONMENT))).isEmpty();
    }

    private record Outcome(int exitCode, List<String> lines) {}

    /** What {@code ./dfs run} makes of a pipeline file: its exit code, and what it writes to stderr. */
    private Outcome run(String text) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("pipeline.yaml"), withPorts(text));
        Path errors = directory.resolve("errors.txt");
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                System.getProperty("java.class.path"),
                "io.dataflowsync.sandbox.Dfs",
                "run",
                file.toString());
        builder.environment().putAll(ENVIRONMENT);
        Process dfs = builder.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(errors.toFile())
                .start();
        try {
            assertThat(dfs.waitFor(60, TimeUnit.SECONDS)).as("it ends").isTrue();
            return new Outcome(dfs.exitValue(), Files.readAllLines(errors));
        } finally {
            dfs.destroy();
        }
    }

    private static String withPorts(String text) {
        return text.replace("<source>", String.valueOf(source.port()))
                .replace("<without binlog>", String.valueOf(withoutBinlog.port()))
                .replace("<without shop>", String.valueOf(withoutShop.port()))
                .replace("<target>", String.valueOf(target.port()))
                .replace("<log>", String.valueOf(log.port()))
                .replace("<password>", Engine.PASSWORD);
    }
}
