package io.dataflowsync.cdc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.cdc.capture.status.CaptureState;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class CaptureIT {
    private static Engines engines;

    @BeforeAll
    static void start() {
        engines = new Engines();
    }

    @AfterAll
    static void stop() {
        engines.close();
    }

    @Test
    void aSnapshotThenEveryKindOfChangeComesAsExactEvents() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA kinds",
                "CREATE TABLE kinds.t (id INT PRIMARY KEY, name VARCHAR(20), price DECIMAL(10,2))",
                "CREATE TABLE kinds.bare (a INT, b TEXT)",
                "INSERT INTO kinds.t VALUES (1, 'O''Neill \\\\ 😀', 9.90), (2, NULL, NULL)",
                "INSERT INTO kinds.bare VALUES (1, 'None'), (1, '')");
        PipelineConfig pipeline = engines.pipeline("kinds", "");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            untilStreaming(server);
            engines.source.execute(
                    "kinds",
                    "INSERT INTO t VALUES (3, 'new', 0.01), (4, 'other', -1)",
                    "UPDATE t SET price = 1.5 WHERE id = 3",
                    "UPDATE t SET id = 30 WHERE id = 3",
                    "DELETE FROM t WHERE id = 4",
                    "UPDATE bare SET b = 'x' WHERE b = ''",
                    "DELETE FROM bare",
                    "TRUNCATE TABLE t");
            String events = String.join("\n", topic.events(4 + 2 + 9));
            assertThat(events).isEqualTo("""
                    @DONE
                    {"version":1,"id":"FILE:POS/kinds.bare/#1","operation":"snapshot","schema":"kinds","table":"bare",\
                    "key":{},"after":{"a":1,"b":"None"},…}
                    {"version":1,"id":"FILE:POS/kinds.bare/#2","operation":"snapshot","schema":"kinds","table":"bare",\
                    "key":{},"after":{"a":1,"b":""},…}
                    {"version":1,"id":"FILE:POS/kinds.t/1","operation":"snapshot","schema":"kinds","table":"t",\
                    "key":{"id":1},"after":{"id":1,"name":"O'Neill \\\\ 😀","price":"9.90"},…}
                    {"version":1,"id":"FILE:POS/kinds.t/2","operation":"snapshot","schema":"kinds","table":"t",\
                    "key":{"id":2},"after":{"id":2,"name":null,"price":null},…}
                    @DONE
                    {"version":1,"id":"FILE:POS:0","operation":"insert","schema":"kinds","table":"t",\
                    "key":{"id":3},"after":{"id":3,"name":"new","price":"0.01"},…}
                    {"version":1,"id":"FILE:POS:1","operation":"insert","schema":"kinds","table":"t",\
                    "key":{"id":4},"after":{"id":4,"name":"other","price":"-1.00"},…}
                    {"version":1,"id":"FILE:POS:0","operation":"update","schema":"kinds","table":"t",\
                    "key":{"id":3},"before":{"id":3,"name":"new","price":"0.01"},\
                    "after":{"id":3,"name":"new","price":"1.50"},…}
                    {"version":1,"id":"FILE:POS:0","operation":"update","schema":"kinds","table":"t",\
                    "key":{"id":30},"oldKey":{"id":3},"before":{"id":3,"name":"new","price":"1.50"},\
                    "after":{"id":30,"name":"new","price":"1.50"},…}
                    {"version":1,"id":"FILE:POS:0","operation":"delete","schema":"kinds","table":"t",\
                    "key":{"id":4},"before":{"id":4,"name":"other","price":"-1.00"},…}
                    {"version":1,"id":"FILE:POS:0","operation":"update","schema":"kinds","table":"bare",\
                    "key":{},"before":{"a":1,"b":""},"after":{"a":1,"b":"x"},…}
                    {"version":1,"id":"FILE:POS:0","operation":"delete","schema":"kinds","table":"bare",\
                    "key":{},"before":{"a":1,"b":"None"},…}
                    {"version":1,"id":"FILE:POS:1","operation":"delete","schema":"kinds","table":"bare",\
                    "key":{},"before":{"a":1,"b":"x"},…}
                    {"version":1,"id":"FILE:POS:0","operation":"truncate","schema":"kinds","table":"t",…}""".replace("@DONE", """
                            {"version":1,"id":"FILE:POS/completed","operation":"snapshot-completed",\
                            "tables":[{"schema":"kinds","table":"bare"},{"schema":"kinds","table":"t"}],"lanes":[1,1],…}"""));
            assertThat(engines.queryLog("kinds", "SELECT SUM(events) FROM cdc_counter"))
                    .containsExactly("14");
        }
    }

    @Test
    void whatIsDroppedOrMaskedNeverLeavesTheService() throws Exception {
        engines.source.execute(
                "",
                "CREATE SCHEMA masks",
                "CREATE TABLE masks.customers (id INT PRIMARY KEY, name VARCHAR(20), ssn VARCHAR(20), email TEXT)",
                "CREATE TABLE masks.audit (id INT PRIMARY KEY)",
                "INSERT INTO masks.customers VALUES (1, 'Ann', 'TOPSECRET', 'SECRET@b')",
                "INSERT INTO masks.audit VALUES (1)");
        PipelineConfig pipeline = engines.pipeline("masks", """
                tables:
                  audit: { skip: true }
                  customers: { columns: { name: { as: full_name }, ssn: { drop: true }, email: { mask: redact } } }
                """);
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2);
                TopicTail tables = new TopicTail(engines.broker.bootstrapServers(), pipeline.tablesTopic(), 1)) {
            untilStreaming(server);
            engines.source.execute(
                    "masks",
                    "INSERT INTO audit VALUES (2)",
                    "UPDATE customers SET name = 'Bob', ssn = 'TOPSECRET2', email = 'SECRET@c'",
                    "DELETE FROM customers");
            List<String> events = topic.events(1 + 2 + 2);
            assertThat(events)
                    .contains("{\"version\":1,\"id\":\"FILE:POS:0\",\"operation\":\"update\",\"schema\":\"masks\","
                            + "\"table\":\"customers\",\"key\":{\"id\":1},"
                            + "\"before\":{\"id\":1,\"full_name\":\"Ann\",\"email\":\"***\"},"
                            + "\"after\":{\"id\":1,\"full_name\":\"Bob\",\"email\":\"***\"},…}");
            assertThat(events).noneMatch(event -> event.contains("SECRET") || event.contains("audit"));
            assertThat(engines.queryLog("masks", "SELECT COUNT(*) FROM cdc_log WHERE event LIKE '%SECRET%'"))
                    .containsExactly("0");
            assertThat(tables.await(1)).hasSize(1).allSatisfy(definition -> {
                assertThat(definition.key()).startsWith("masks.customers@mysql-bin.");
                assertThat(definition.value()).contains("full_name").doesNotContain("ssn");
            });
        }
    }

    @Test
    void aSchemaWithoutRowsHasASnapshotThatEndsOnce() throws Exception {
        engines.source.execute("", "CREATE SCHEMA empty", "CREATE TABLE empty.t (id INT PRIMARY KEY)");
        PipelineConfig pipeline = engines.pipeline("empty", "");
        try (TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            try (CdcServer server = CdcServer.start(pipeline)) {
                untilStreaming(server);
            }
            try (CdcServer again = CdcServer.start(pipeline)) {
                untilStreaming(again);
                engines.source.execute("empty", "INSERT INTO t VALUES (1)");
                assertThat(topic.await(3))
                        .extracting(record -> TopicTail.header(record, "operation"))
                        .containsExactlyInAnyOrder("snapshot-completed", "snapshot-completed", "insert");
            }
        }
    }

    @Test
    void aSchemaChangeGoesToEveryLaneWithTheTablesAsTheyAreAfterIt() throws Exception {
        engines.source.execute(
                "", "CREATE SCHEMA ddl", "CREATE TABLE ddl.t (id INT PRIMARY KEY)", "CREATE SCHEMA other");
        PipelineConfig pipeline = engines.pipeline("ddl", "");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2);
                TopicTail tables = new TopicTail(engines.broker.bootstrapServers(), pipeline.tablesTopic(), 1)) {
            untilStreaming(server);
            engines.source.execute(
                    "ddl",
                    "CREATE TABLE other.t (id INT PRIMARY KEY)",
                    "ALTER TABLE t ADD COLUMN name VARCHAR(5) NOT NULL DEFAULT 'x'",
                    "INSERT INTO t VALUES (1, 'a')");
            String change = "{\"version\":1,\"id\":\"FILE:POS:0\",\"operation\":\"schema-change\",\"schema\":\"ddl\","
                    + "\"table\":\"t\",\"ddl\":\"ALTER TABLE t ADD COLUMN name VARCHAR(5) NOT NULL DEFAULT 'x'\","
                    + "\"canonical\":\"ALTER TABLE `ddl`.`t` ADD COLUMN `name` VARCHAR(5) NOT NULL DEFAULT 'x'\","
                    + "\"definitions\":[{\"name\":{\"schema\":\"ddl\",\"table\":\"t\"},\"columns\":["
                    + "{\"name\":\"id\",\"type\":\"int(11)\",\"nullable\":false,\"generated\":false,"
                    + "\"autoIncrement\":false,\"hasDefault\":false,\"collation\":\"\",\"onUpdate\":false},"
                    + "{\"name\":\"name\",\"type\":\"varchar(5)\",\"nullable\":false,\"generated\":false,"
                    + "\"autoIncrement\":false,\"hasDefault\":true,\"collation\":\"utf8mb4_general_ci\",\"onUpdate\":false}],"
                    + "\"primaryKey\":[\"id\"],\"uniqueKeys\":[],\"foreignKeys\":[],\"version\":\"FILE:POS\"}],\"lane\":0,…}";
            assertThat(topic.events(2 + 2 + 1))
                    .filteredOn(event -> event.contains("schema-change"))
                    .containsExactly(change, change);
            assertThat(tables.await(2).get(1).value()).contains("varchar(5)");
        }
    }

    @Test
    void aTableThatTheSourceHasNoMoreIsDescribedAsItWas() throws Exception {
        engines.source.execute("", "CREATE SCHEMA brief", "CREATE TABLE brief.t (id INT PRIMARY KEY)");
        PipelineConfig pipeline = engines.pipeline("brief", "");
        try (CdcServer server = CdcServer.start(pipeline)) {
            untilStreaming(server);
        }
        engines.source.execute(
                "brief",
                "CREATE TABLE gone (id BIGINT UNSIGNED PRIMARY KEY AUTO_INCREMENT, price DECIMAL(8,2) NOT NULL,"
                        + " e ENUM('a','b'), name VARCHAR(9) NOT NULL DEFAULT 'x')",
                "INSERT INTO gone (price) VALUES (1.5)",
                "DROP TABLE gone");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            assertThat(topic.events(2 + 2 + 1 + 2))
                    .filteredOn(event -> event.contains("CREATE TABLE gone"))
                    .allSatisfy(
                            event -> assertThat(event)
                                    .contains(
                                            "\"definitions\":[{\"name\":{\"schema\":\"brief\",\"table\":\"gone\"},\"columns\":["
                                                    + "{\"name\":\"id\",\"type\":\"bigint(20) unsigned\",\"nullable\":false,\"generated\":false,"
                                                    + "\"autoIncrement\":true,\"hasDefault\":true,\"collation\":\"\",\"onUpdate\":false},"
                                                    + "{\"name\":\"price\",\"type\":\"decimal(8,2)\",\"nullable\":false,\"generated\":false,"
                                                    + "\"autoIncrement\":false,\"hasDefault\":false,\"collation\":\"\",\"onUpdate\":false},"
                                                    + "{\"name\":\"e\",\"type\":\"enum('a','b')\",\"nullable\":true,\"generated\":false,"
                                                    + "\"autoIncrement\":false,\"hasDefault\":true,\"collation\":\"utf8mb4_general_ci\",\"onUpdate\":false},"
                                                    + "{\"name\":\"name\",\"type\":\"varchar(9)\",\"nullable\":false,\"generated\":false,"
                                                    + "\"autoIncrement\":false,\"hasDefault\":true,\"collation\":\"utf8mb4_general_ci\",\"onUpdate\":false}],\"primaryKey\":[\"id\"]"))
                    .hasSize(2);
            assertThat(server.status().state()).isEqualTo(CaptureState.STREAMING);
        }
    }

    @Test
    void aRowHasTheSameValuesInASnapshotAndInTheBinlog() throws Exception {
        String row =
                "(18446744073709551615, 'k', 123456789012345678901234567890.1, 1.1, -0.5, b'1000000001', 0x00FF, 'a,b', 'x',"
                        + " 2026, '-83:59:59.5', '0000-00-00', '2026-03-29 02:30:00.123456', '2026-03-29 02:30:00', ST_GeomFromText('POINT(1 2)', 4326))";
        engines.source.execute(
                "",
                "CREATE SCHEMA types",
                "CREATE TABLE types.t (id BIGINT UNSIGNED, part VARCHAR(5), num DECIMAL(40,1), f FLOAT, d DOUBLE, bits BIT(10),"
                        + " bin VARBINARY(5), s SET('a','b'), e ENUM('x','y'), y YEAR, ti TIME(1), da DATE NOT NULL,"
                        + " dt DATETIME(6), ts TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, g GEOMETRY, PRIMARY KEY (id, part))",
                "SET GLOBAL sql_mode = ''");
        engines.source.execute("types", "INSERT INTO t VALUES " + row);
        PipelineConfig pipeline = engines.pipeline("types", "");
        try (CdcServer server = CdcServer.start(pipeline);
                TopicTail topic = new TopicTail(engines.broker.bootstrapServers(), pipeline.changesTopic(), 2)) {
            untilStreaming(server);
            engines.source.execute("types", "UPDATE t SET part = 'l'", "INSERT INTO t VALUES " + row);
            String image = "{\"id\":18446744073709551615,\"part\":\"k\",\"num\":\"123456789012345678901234567890.1\","
                    + "\"f\":1.1,\"d\":-0.5,\"bits\":513,\"bin\":{\"base64\":\"AP8=\"},\"s\":\"a,b\",\"e\":\"x\",\"y\":2026,"
                    + "\"ti\":\"-83:59:59.5\",\"da\":\"0000-00-00\",\"dt\":\"2026-03-29 02:30:00.123456\","
                    + "\"ts\":\"2026-03-29 02:30:00\","
                    + "\"g\":{\"srid\":4326,\"wkb\":\"0101000000000000000000f03f0000000000000040\"}}";
            assertThat(topic.events(1 + 2 + 2))
                    .filteredOn(event -> !event.contains("completed"))
                    .anySatisfy(event -> assertThat(event)
                            .contains("\"operation\":\"snapshot\"")
                            .contains("\"after\":" + image))
                    .anySatisfy(event -> assertThat(event)
                            .contains("\"operation\":\"update\"")
                            .contains("\"key\":{\"id\":18446744073709551615,\"part\":\"l\"}")
                            .contains("\"oldKey\":{\"id\":18446744073709551615,\"part\":\"k\"}")
                            .contains("\"before\":" + image))
                    .anySatisfy(event -> assertThat(event)
                            .contains("\"operation\":\"insert\"")
                            .contains("\"after\":" + image));
        }
    }

    private static void untilStreaming(CdcServer server) {
        await().atMost(Duration.ofSeconds(60)).until(() -> server.status().state() == CaptureState.STREAMING);
    }
}
