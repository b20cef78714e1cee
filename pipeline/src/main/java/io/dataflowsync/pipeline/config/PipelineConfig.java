package io.dataflowsync.pipeline.config;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The settings of the pipeline file, read and checked.
 *
 * @param project the name in the topics, the consumer group and the log schema: lower case letters, digits and hyphens
 * @param target absent: changes are captured and logged, but not applied
 * @param log the MariaDB of the logs and the relationships; absent: {@code ./dfs run} starts one
 * @param broker absent: {@code ./dfs run} starts one
 * @param start where the capture begins
 * @param rules what holds for all tables
 * @param tables by source table name; a table of a captured schema that is not named here is captured under its own name
 * @param places where each setting was written
 */
public record PipelineConfig(
        String project,
        SourceConfig source,
        Optional<TargetConfig> target,
        Optional<LogConfig> log,
        Optional<BrokerConfig> broker,
        Start start,
        Rules rules,
        Map<String, TableConfig> tables,
        Places places) {

    /** A configuration that does not come from a file. */
    public PipelineConfig(
            String project,
            SourceConfig source,
            Optional<TargetConfig> target,
            Optional<LogConfig> log,
            Optional<BrokerConfig> broker,
            Start start,
            Rules rules,
            Map<String, TableConfig> tables) {
        this(project, source, target, log, broker, start, rules, tables, Places.NONE);
    }

    /**
     * Says where the capture begins.
     *
     * @param from the place in the binlog; absent: with a snapshot, or where the binlog is now
     */
    public record Start(SnapshotMode snapshot, Optional<StartFrom> from) {
        public static final Start INITIAL = new Start(SnapshotMode.INITIAL, Optional.empty());
    }

    /**
     * Says what holds for all tables.
     *
     * @param identity how keys are handled if the table says nothing else
     * @param uncaptured how a reference to a table that is not captured is handled
     * @param onError how a change that cannot be applied is handled
     * @param ddl how a change of the source's tables is handled
     */
    public record Rules(Identity identity, UncapturedReference uncaptured, OnError onError, Ddl ddl) {}

    /** Returns the settings of a table; the defaults if the file does not name it. DataFlowSync's own tables are always skipped. */
    public TableConfig table(String name) {
        return source.captures(name) && !OwnTables.has(name)
                ? tables.getOrDefault(name, TableConfig.DEFAULT)
                : TableConfig.SKIPPED;
    }

    /** Returns the target's tables to which rows of these tables go. */
    public Set<String> targetsOf(Collection<String> source) {
        return source.stream()
                .filter(name -> !table(name).skip())
                .flatMap(name -> table(name).targets().stream()
                        .map(config -> config.target().name().orElse(name)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The topic of the change events. */
    public String changesTopic() {
        return "dfs." + project + ".changes";
    }

    /** The topic of the change events that were not applied. */
    public String deadLettersTopic() {
        return "dfs." + project + ".dead-letters";
    }

    /** The compacted topic of the source's table definitions. */
    public String tablesTopic() {
        return "dfs." + project + ".tables";
    }

    /** The compacted topic on which cdc-service alone keeps the versions of tables as the source has them. */
    public String trackedTablesTopic() {
        return "dfs." + project + ".tracked-tables";
    }

    /** The compacted topic of the source offset. */
    public String offsetsTopic() {
        return "dfs." + project + ".offsets";
    }

    /** The topic of the source's schema history. */
    public String schemaHistoryTopic() {
        return "dfs." + project + ".schema-history";
    }

    /** The transactional id with which cdc-service publishes. */
    public String captureTransactionalId() {
        return "dfs-" + project + "-cdc";
    }

    /** The consumer group in which the replicas of dpu-service share the lanes. */
    public String applyingGroup() {
        return "dfs-" + project + "-dpu";
    }

    /**
     * The source.
     *
     * @param captured the part of it that is captured
     * @param allowPublicKeyRetrieval whether an unencrypted connection may ask the server for the public key that encrypts the password
     */
    public record SourceConfig(
            String host,
            int port,
            String user,
            Secret password,
            Captured captured,
            Tls tls,
            boolean allowPublicKeyRetrieval) {

        /** A source whose tables are all captured, over an unencrypted connection. */
        public SourceConfig(String host, int port, String user, Secret password, List<String> schemas) {
            this(host, port, user, password, new Captured(schemas, List.of(), List.of()), Tls.OFF, false);
        }

        /** The schemas to capture, at least one. */
        public List<String> schemas() {
            return captured.schemas();
        }

        /** Whether the patterns select a table of this name; its own settings may still skip it. */
        boolean captures(String table) {
            return (captured.include().isEmpty()
                            || captured.include().stream().anyMatch(pattern -> pattern.matches(table)))
                    && captured.exclude().stream().noneMatch(pattern -> pattern.matches(table));
        }
    }

    /**
     * The part of the source that is captured.
     *
     * @param schemas the schemas to capture, at least one
     * @param include the tables to capture; empty: all
     * @param exclude those of them that are not captured
     */
    public record Captured(List<String> schemas, List<TablePattern> include, List<TablePattern> exclude) {}

    /**
     * The target.
     *
     * @param checkpointSchema the schema of {@code dfs_checkpoint}: {@code schema} unless the file says otherwise
     * @param allowPublicKeyRetrieval whether an unencrypted connection may ask the server for the public key that encrypts the password
     */
    public record TargetConfig(
            String host,
            int port,
            String user,
            Secret password,
            String schema,
            String checkpointSchema,
            Tls tls,
            boolean allowPublicKeyRetrieval) {

        /** A target over an unencrypted connection. */
        public TargetConfig(
                String host, int port, String user, Secret password, String schema, String checkpointSchema) {
            this(host, port, user, password, schema, checkpointSchema, Tls.OFF, false);
        }
    }

    public record LogConfig(String host, int port, String user, Secret password, String schema, Tls tls) {

        /** A log over an unencrypted connection. */
        public LogConfig(String host, int port, String user, Secret password, String schema) {
            this(host, port, user, password, schema, Tls.OFF);
        }
    }

    /**
     * The broker.
     *
     * @param partitions the number of lanes of the changes topic, at least 1
     * @param sasl absent: its clients identify themselves only with a certificate, or not at all
     */
    public record BrokerConfig(
            String bootstrapServers, int partitions, int replicationFactor, Tls tls, Optional<Sasl> sasl) {

        /** A broker over unencrypted connections, without authentication. */
        public BrokerConfig(String bootstrapServers, int partitions, int replicationFactor) {
            this(bootstrapServers, partitions, replicationFactor, Tls.OFF, Optional.empty());
        }
    }

    public enum SnapshotMode {
        INITIAL,
        NEVER,
        ONLY
    }

    /** The start without a snapshot: either a place in a binlog or a set of transactions. */
    public sealed interface StartFrom {
        record BinlogPlace(String file, long position) implements StartFrom {}

        record GtidSet(String gtids) implements StartFrom {}
    }

    public enum UncapturedReference {
        KEEP,
        NULL,
        DEAD_LETTER
    }

    public enum OnError {
        DEAD_LETTER,
        STOP
    }

    /** Says how a statement that changes the source's tables is handled. */
    public enum Ddl {
        /** It is run on the target. */
        APPLY,
        /** It is not run; a row that does not fit the target any more halts its lane until it does. */
        STOP,
        /** It is not run; a row that does not fit becomes a dead letter. */
        IGNORE
    }
}
