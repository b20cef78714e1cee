package io.dataflowsync.verify;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads the definitions that the pipeline has published, from the topic of the definitions and from each schema change in the log. They
 * show foreign keys that the source has no longer, and keys that a table had before.
 *
 * <p>A table that was dropped or created is another table from there on; what was published about it before does not count.
 */
final class PublishedDefinitions {
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    /** Before every place: for a definition from before there were versions, or from a snapshot. */
    private static final BinlogPosition FIRST = new BinlogPosition("", 0);

    private record Version(BinlogPosition since, TableDefinition table) {}

    private final PipelineConfig config;
    private final List<Version> versions = new ArrayList<>();
    private final Map<BinlogPosition, List<TableStatement>> statements = new HashMap<>();

    private PublishedDefinitions(PipelineConfig config) {
        this.config = config;
    }

    static PublishedDefinitions read(PipelineConfig config, Connection log) throws SQLException {
        PublishedDefinitions published = new PublishedDefinitions(config);
        published.readTopic();
        published.readLog(log);
        // Of the definitions from before there were versions, the last one is the newest.
        published.versions.sort(Comparator.comparing(Version::since));
        return published;
    }

    /** Adds the foreign keys of these definitions to those that are known. */
    void addTo(ForeignKeys keys) {
        SortedMap<BinlogPosition, List<TableDefinition>> places = new TreeMap<>();
        statements.keySet().forEach(place -> places.put(place, new ArrayList<>()));
        versions.forEach(version -> places.computeIfAbsent(version.since(), place -> new ArrayList<>())
                .add(inSource(version.table())));
        ReferenceHistory history = new ReferenceHistory();
        places.forEach((place, made) -> history.follow(statements.getOrDefault(place, List.of()), made));
        history.references().forEach((table, all) -> keys.add(table, all, ForeignKeys.Witness.PUBLISHED));
    }

    /** Whether a statement added the column to a table of the source. */
    boolean cameLater(TableName table, String column) {
        return versions.stream()
                .map(Version::table)
                .filter(version ->
                        version.name().equals(table) && !version.columns().isEmpty())
                .anyMatch(version -> inSource(version).column(column).isEmpty());
    }

    /** The table of the source with its first key, if it had another key than the one of now. */
    TableDefinition withFirstKey(TableDefinition table) {
        Map<String, String> names = namesInSource(table);
        return versions.stream()
                .map(Version::table)
                .filter(version -> version.name().equals(table.name()))
                .reduce((earlier, later) -> later)
                .map(TableDefinition::firstKey)
                .map(key -> table.keyedFirstBy(key.stream()
                        .map(column -> names.getOrDefault(column, column))
                        .toList()))
                .orElse(table);
    }

    private void readTopic() {
        config.broker()
                .ifPresent(broker -> TopicRecords.read(broker, config.tablesTopic(), json -> {
                    try {
                        TableDefinition table = JSON.readValue(json, TableDefinition.class);
                        versions.add(new Version(
                                table.version().isEmpty() ? FIRST : BinlogPosition.parse(table.version()), table));
                    } catch (IOException e) {
                        throw new IllegalStateException(
                                "the topic " + config.tablesTopic() + " has something that is no table", e);
                    }
                }));
    }

    private void readLog(Connection log) throws SQLException {
        EventCodec codec = new EventCodec();
        try (Statement statement = log.createStatement();
                ResultSet rows = statement.executeQuery("SELECT binlog_file, binlog_position, event FROM cdc_log"
                        + " WHERE action = 'schema-change' ORDER BY id")) {
            while (rows.next()) {
                BinlogPosition place = new BinlogPosition(rows.getString(1), rows.getLong(2));
                byte[] json = rows.getString(3).getBytes(StandardCharsets.UTF_8);
                if (codec.decode(json) instanceof ChangeEvent.SchemaChange change) {
                    add(place, change);
                }
            }
        }
    }

    private void add(BinlogPosition place, ChangeEvent.SchemaChange change) {
        TableName table = change.table();
        if (table != null) {
            statements
                    .computeIfAbsent(place, p -> new ArrayList<>())
                    .add(new TableStatement(table, change.statement().readable()));
        }
        change.definitions().forEach(definition -> versions.add(new Version(place, definition)));
    }

    /** The table in the names of the source; the topic has the column names of the topic. */
    private TableDefinition inSource(TableDefinition table) {
        Map<String, String> names = namesInSource(table);
        List<ForeignKey> foreignKeys = table.foreignKeys().stream()
                .map(key ->
                        new ForeignKey(key.name(), inSource(key.columns(), names), key.parent(), key.parentColumns()))
                .toList();
        List<ColumnDefinition> columns = table.columns().stream()
                .map(column -> column.named(names.getOrDefault(column.name(), column.name())))
                .toList();
        return new TableDefinition(table.name(), columns, table.primaryKey(), table.uniqueKeys(), foreignKeys);
    }

    private static List<String> inSource(List<String> columns, Map<String, String> names) {
        return columns.stream().map(c -> names.getOrDefault(c, c)).toList();
    }

    private Map<String, String> namesInSource(TableDefinition table) {
        Map<String, String> names = new HashMap<>();
        config.table(table.name().table())
                .columns()
                .rules()
                .forEach((column, rule) -> names.put(rule.wireName(column), column));
        return names;
    }
}
