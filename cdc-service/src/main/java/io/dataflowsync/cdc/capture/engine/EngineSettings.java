package io.dataflowsync.cdc.capture.engine;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.cdc.capture.position.StartOffset;
import io.dataflowsync.cdc.capture.value.SnapshotSelects;
import io.dataflowsync.cdc.capture.value.TextColumns;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.OwnTables;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.StartFrom;
import io.dataflowsync.pipeline.config.TablePattern;
import io.debezium.relational.history.MemorySchemaHistory;
import io.debezium.storage.kafka.history.KafkaSchemaHistory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the settings of the engine. */
public final class EngineSettings {
    private static final Map<String, String> FIXED = Map.ofEntries(
            Map.entry("connector.class", GuardedConnector.class.getName()),
            Map.entry("offset.storage", ReadBackOffsetStore.class.getName()),
            Map.entry("offset.flush.interval.ms", "60000"),
            Map.entry("errors.max.retries", "0"),
            Map.entry("record.processing.threads", "1"),
            Map.entry("topic.naming.strategy", TopicNames.class.getName()),
            // Capture stops at what cannot be read: nothing is skipped, nothing becomes NULL instead.
            Map.entry("event.converting.failure.handling.mode", "fail"),
            Map.entry("event.processing.failure.handling.mode", "fail"),
            Map.entry("inconsistent.schema.handling.mode", "fail"),
            Map.entry("schema.history.internal.skip.unparseable.ddl", "false"),
            Map.entry("skipped.operations", "none"),
            Map.entry("tombstones.on.delete", "false"),
            Map.entry("include.schema.changes", "true"),
            // Values stay as they are.
            Map.entry("decimal.handling.mode", "precise"),
            Map.entry("bigint.unsigned.handling.mode", "precise"),
            Map.entry("binary.handling.mode", "bytes"),
            Map.entry("time.precision.mode", "adaptive_time_microseconds"),
            Map.entry("enable.time.adjuster", "false"),
            Map.entry("column.propagate.source.type", ".*"),
            Map.entry("converters", "text"),
            Map.entry("text.type", TextColumns.class.getName()),
            // Bytes limit the memory; the counts only keep small rows flowing.
            Map.entry("max.batch.size", "1024"),
            Map.entry("max.queue.size", "2048"),
            Map.entry("max.queue.size.in.bytes", Integer.toString(16 * 1024 * 1024)),
            Map.entry("poll.interval.ms", "50"),
            Map.entry("heartbeat.interval.ms", "5000"),
            // The client would resume in the middle of a transaction; the capture loop begins again at a safe place.
            Map.entry("connect.keep.alive", "false"),
            // An idle source sends something every 0.8 of this interval: so a dead connection differs from an idle one.
            Map.entry("connect.keep.alive.interval.ms", "10000"),
            Map.entry("snapshot.locking.mode", "minimal"),
            Map.entry("snapshot.max.threads", "1"),
            Map.entry("schema.history.internal.store.only.captured.databases.ddl", "true"),
            // All sessions are in UTC.
            Map.entry("driver.connectionTimeZone", "+00:00"),
            Map.entry("driver.forceConnectionTimeZoneToSession", "true"),
            Map.entry("driver.preserveInstants", "false"));

    /** Larger than the server ids that operators usually choose. */
    private static final int FIRST_SERVER_ID = 1_600_000_000;

    private static final int SERVER_IDS = 400_000_000;

    private final PipelineConfig config;
    private final Collection<TableDefinition> tables;

    /** @param tables the captured tables, as they are now */
    public EngineSettings(PipelineConfig config, Collection<TableDefinition> tables) {
        this.config = config;
        this.tables = tables;
    }

    /**
     * The settings of an engine that follows the stream.
     *
     * @param from the offset to read on from; empty for the first start
     * @param order the order in which a snapshot reads the tables, if one comes first
     */
    public Properties of(Optional<SourceOffset> from, List<TableName> order) {
        Properties settings = common();
        if (!order.isEmpty()) {
            // The engine reads tables in the order of the patterns that include them; tables that come later are
            // included, too.
            settings.setProperty("table.include.list", exactly(order) + "," + allButSkipped());
        } else if (!skippedTables().isEmpty()) {
            settings.setProperty("table.exclude.list", skippedTables());
        }
        settings.setProperty("schema.history.internal", KafkaSchemaHistory.class.getName());
        BrokerConfig broker = config.broker().orElseThrow();
        settings.setProperty("schema.history.internal.kafka.bootstrap.servers", broker.bootstrapServers());
        BrokerClients.settings(broker).forEach((name, value) -> {
            settings.setProperty("schema.history.internal.producer." + name, value);
            settings.setProperty("schema.history.internal.consumer." + name, value);
        });
        // The history is read up to its end, too.
        settings.setProperty(
                "schema.history.internal.consumer." + BrokerClients.FETCH_WAIT, BrokerClients.FETCH_WAIT_MILLIS);
        settings.setProperty("schema.history.internal.kafka.topic", config.schemaHistoryTopic());
        startWith(settings, from);
        return settings;
    }

    /** The settings of an engine that reads the rows of these tables, in their order, and nothing else. */
    public Properties ofRows(List<TableName> order) {
        Properties settings = common();
        settings.setProperty("table.include.list", exactly(order));
        settings.setProperty("schema.history.internal", MemorySchemaHistory.class.getName());
        settings.setProperty("snapshot.mode", "initial_only");
        return settings;
    }

    private Properties common() {
        Properties settings = new Properties();
        FIXED.forEach(settings::setProperty);
        SourceConfig source = config.source();
        settings.setProperty("name", config.project());
        settings.setProperty("topic.prefix", config.project());
        settings.setProperty("database.hostname", source.host());
        settings.setProperty("database.port", Integer.toString(source.port()));
        settings.setProperty("database.user", source.user());
        settings.setProperty("database.password", source.password().value());
        settings.setProperty("database.server.id", Integer.toString(serverId(config.project())));
        settings.setProperty(
                "database.include.list",
                source.schemas().stream().map(EngineSettings::literal).collect(Collectors.joining(",")));
        EngineTls.of(source).forEach(settings::setProperty);
        SnapshotSelects.of(tables).forEach(settings::setProperty);
        return settings;
    }

    private void startWith(Properties settings, Optional<SourceOffset> from) {
        Optional<SourceOffset> start =
                from.isPresent() ? from : config.start().from().map(StartOffset::of);
        start.ifPresent(offset -> readOnFrom(offset, settings));
        // A chosen place has no schema history yet: the tables are read as they are now.
        boolean chosen = from.isEmpty() && start.isPresent();
        settings.setProperty("snapshot.mode", chosen ? "recovery" : mode());
    }

    /**
     * Sets the offset to read on from. From a server with GTIDs, the engine asks for every transaction that the offset does not list. A
     * pipeline that began at a chosen place lists only the transactions since then, so it reads from the place.
     */
    private void readOnFrom(SourceOffset offset, Properties settings) {
        boolean byPlace = !offset.hasTransactions()
                || config.start()
                        .from()
                        .filter(StartFrom.BinlogPlace.class::isInstance)
                        .isPresent();
        settings.setProperty(ReadBackOffsetStore.OFFSET, (byPlace ? offset.withoutTransactions() : offset).json());
        settings.setProperty("gtid.ignore.on.recovery", Boolean.toString(byPlace));
    }

    private String mode() {
        return switch (config.start().snapshot()) {
            case INITIAL -> "initial";
            case NEVER -> "no_data";
            case ONLY -> "initial_only";
        };
    }

    /** Whole names as regular expressions: the skipped tables, the excluded ones, and those that are not among the included ones. */
    private String skippedTables() {
        List<String> names = new ArrayList<>();
        config.tables().forEach((name, table) -> {
            if (table.skip()) {
                names.add(literal(name));
            }
        });
        OwnTables.NAMES.forEach(name -> names.add(Pattern.quote(name)));
        config.source().captured().exclude().forEach(pattern -> names.add(withoutComma(pattern.regex())));
        if (!config.source().captured().include().isEmpty()) {
            names.add(config.source().captured().include().stream()
                    .map(TablePattern::regex)
                    .map(EngineSettings::withoutComma)
                    .collect(Collectors.joining("|", "(?!(?:", ")$).*")));
        }
        return names.stream()
                .flatMap(name -> config.source().schemas().stream().map(schema -> literal(schema) + "\\." + name))
                .collect(Collectors.joining(","));
    }

    private static String exactly(List<TableName> tables) {
        return tables.stream().map(table -> literal(table.toString())).collect(Collectors.joining(","));
    }

    private String allButSkipped() {
        String skipped = skippedTables().replace(",", "|");
        return skipped.isEmpty() ? ".*" : "(?!(?:" + skipped + ")$).*";
    }

    /**
     * A pattern that matches only this text. The engine takes lists of patterns, so a comma would end the pattern. It matches patterns in
     * any case, although two tables may differ only in case.
     */
    private static String literal(String text) {
        return withoutComma("(?-i)" + Pattern.quote(text));
    }

    /** Replaces commas in a pattern in which every character of a name is quoted. */
    private static String withoutComma(String quoted) {
        return quoted.replace(",", "\\E\\x2c\\Q");
    }

    /** A server id that is the same for a project at every start, and differs from those of the source's other replicas. */
    static int serverId(String project) {
        return FIRST_SERVER_ID + Math.floorMod(project.hashCode(), SERVER_IDS);
    }
}
