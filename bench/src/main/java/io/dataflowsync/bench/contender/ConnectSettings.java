package io.dataflowsync.bench.contender;

import io.dataflowsync.bench.scenario.Loader;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** Makes the settings of Kafka Connect with which the two connectors were fastest: flat events, a reduction buffer, large batches. */
record ConnectSettings(Servers servers, KafkaBroker broker) {
    static final String PREFIX = "peer";
    static final String SCHEMA_HISTORY = "peer.schema-history";

    private static final String PATIENT_MILLIS = "1800000";

    /** The topic of the changes of a table. */
    static String topic(String table) {
        return PREFIX + "." + Loader.SCHEMA + "." + table;
    }

    Map<String, String> worker(Path directory) {
        return Map.ofEntries(
                Map.entry("bootstrap.servers", broker.bootstrapServers()),
                Map.entry("listeners", "http://127.0.0.1:" + FreePort.onLoopback()),
                Map.entry("key.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry("value.converter", "org.apache.kafka.connect.json.JsonConverter"),
                Map.entry(
                        "offset.storage.file.filename",
                        directory.resolve("connect.offsets").toString()),
                Map.entry("producer.batch.size", String.valueOf(512 * 1024)),
                Map.entry("producer.linger.ms", "5"),
                Map.entry("producer.compression.type", "lz4"),
                Map.entry("consumer.max.poll.records", "2000"),
                Map.entry("consumer.max.partition.fetch.bytes", String.valueOf(16 * 1024 * 1024)),
                Map.entry("consumer.fetch.max.bytes", String.valueOf(64 * 1024 * 1024)),
                // New tables are noticed soon, and a paused worker is not taken for dead.
                Map.entry("consumer.metadata.max.age.ms", "1000"),
                Map.entry("consumer.session.timeout.ms", PATIENT_MILLIS),
                Map.entry("consumer.max.poll.interval.ms", PATIENT_MILLIS));
    }

    Map<String, String> source() {
        return Map.ofEntries(
                Map.entry("name", "source"),
                Map.entry("connector.class", "io.debezium.connector.mysql.MySqlConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("topic.prefix", PREFIX),
                Map.entry("database.hostname", servers.source().host()),
                Map.entry("database.port", String.valueOf(servers.source().port())),
                Map.entry("database.user", Engine.USER),
                Map.entry("database.password", Engine.PASSWORD),
                Map.entry("database.server.id", "4712"),
                Map.entry("database.include.list", Loader.SCHEMA),
                Map.entry("database.ssl.mode", "disabled"),
                Map.entry("driver.allowPublicKeyRetrieval", "true"),
                Map.entry("snapshot.mode", "no_data"),
                Map.entry("include.schema.changes", "false"),
                Map.entry("bigint.unsigned.handling.mode", "precise"),
                Map.entry("max.batch.size", "8192"),
                Map.entry("max.queue.size", "32768"),
                Map.entry("poll.interval.ms", "10"),
                Map.entry("schema.history.internal", "io.debezium.storage.kafka.history.KafkaSchemaHistory"),
                Map.entry("schema.history.internal.kafka.bootstrap.servers", broker.bootstrapServers()),
                Map.entry("schema.history.internal.kafka.topic", SCHEMA_HISTORY),
                Map.entry("transforms", "flat"),
                Map.entry("transforms.flat.type", "io.debezium.transforms.ExtractNewRecordState"));
    }

    Map<String, String> sink() {
        String url = servers.target().jdbcUrl(Loader.SCHEMA)
                + "&rewriteBatchedStatements=true&sessionVariables=foreign_key_checks=0";
        return Map.ofEntries(
                Map.entry("name", "sink"),
                Map.entry("connector.class", "io.debezium.connector.jdbc.JdbcSinkConnector"),
                Map.entry("tasks.max", "1"),
                Map.entry("topics.regex", PREFIX + "\\." + Loader.SCHEMA + "\\..*"),
                Map.entry("transforms", "table"),
                Map.entry("transforms.table.type", "org.apache.kafka.connect.transforms.RegexRouter"),
                Map.entry("transforms.table.regex", PREFIX + "\\." + Loader.SCHEMA + "\\.(.*)"),
                Map.entry("transforms.table.replacement", "$1"),
                Map.entry("connection.url", url),
                Map.entry("connection.username", Engine.USER),
                Map.entry("connection.password", Engine.PASSWORD),
                Map.entry("insert.mode", "upsert"),
                Map.entry("delete.enabled", "true"),
                Map.entry("primary.key.mode", "record_key"),
                Map.entry("schema.evolution", "none"),
                Map.entry("batch.size", "2000"),
                Map.entry("use.reduction.buffer", "true"));
    }

    Path write(Path file, Map<String, String> settings) {
        Properties properties = new Properties();
        properties.putAll(settings);
        try (Writer out = Files.newBufferedWriter(file)) {
            properties.store(out, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
