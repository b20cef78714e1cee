package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Captured;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the servers' configurations from their sections. */
final class ServerBinder {
    private static final String KEY_RETRIEVAL = "allow-public-key-retrieval";
    private static final int MAX_PORT = 65_535;
    private static final int MYSQL_PORT = 3306;
    private static final Pattern BROKER = Pattern.compile("[^\\s,:]+:([0-9]{1,5})");

    /** IPv4 or IPv6, with or without brackets. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9]+(\\.[0-9]+){3}|.*:.*");

    private final Path directory;
    private final Set<ServerName> needed;

    /**
     * @param directory the directory where relative paths start
     * @param needed the servers that this process connects to
     */
    ServerBinder(Path directory, Set<ServerName> needed) {
        this.directory = directory;
        this.needed = needed;
    }

    private NamedFiles files(ServerName server) {
        return new NamedFiles(directory, needed.contains(server));
    }

    SourceConfig source(SectionReader section) {
        NamedFiles files = files(ServerName.SOURCE);
        String host = section.needName("host", "db57");
        int port = port(section);
        String user = section.needName("user", "dfs");
        Secret password = PasswordBinder.password(section, files, "SOURCE_PASSWORD");
        List<String> schemas = section.names("schemas");
        if (!section.has("schemas")) {
            section.problem("schemas", "missing", "write schemas: [the schemas to capture]");
        } else if (schemas.isEmpty()) {
            section.problem("schemas", "no schema to capture", "write schemas: [the schemas to capture]");
        }
        schemas.stream()
                .filter(schema -> schema.contains("."))
                .forEach(schema -> section.problem(
                        "schemas",
                        "the schema '" + schema + "' has a dot in its name, which separates a schema from a table",
                        "leave it out, or move its tables to another schema of the source with RENAME TABLE"));
        List<TablePattern> include = patterns(section, "include");
        List<TablePattern> exclude = patterns(section, "exclude");
        Tls tls = TlsBinder.server(section, files);
        checkSourceName(section, host, tls);
        boolean keyRetrieval = keyRetrieval(section, tls);
        section.end();
        return new SourceConfig(host, port, user, password, new Captured(schemas, include, exclude), tls, keyRetrieval);
    }

    /**
     * Refuses an IP address if the certificate's name is checked. The driver compares the certificate with the host of the pipeline
     * file, but the engine's binlog client compares it with the name from a reverse lookup of the address. Both agree only for a host name.
     */
    private void checkSourceName(SectionReader section, String host, Tls tls) {
        if (needed.contains(ServerName.SOURCE)
                && tls.mode() == Tls.Mode.VERIFY_IDENTITY
                && ADDRESS.matcher(host).matches()) {
            section.problem(
                    "host",
                    "an IP address with tls: verify-identity, for which the binlog client has no name to compare",
                    "write the host name that the certificate has, or tls: verify-ca");
        }
    }

    private static List<TablePattern> patterns(SectionReader section, String key) {
        return section.names(key).stream().map(TablePattern::new).toList();
    }

    TargetConfig target(SectionReader section) {
        NamedFiles files = files(ServerName.TARGET);
        String host = section.needName("host", "db80");
        int port = port(section);
        String user = section.needName("user", "dfs");
        Secret password = PasswordBinder.password(section, files, "TARGET_PASSWORD");
        String schema = section.needName("schema", "shop");
        String checkpointSchema = section.name("checkpoint-schema").orElse(schema);
        Tls tls = TlsBinder.server(section, files);
        boolean keyRetrieval = keyRetrieval(section, tls);
        section.end();
        return new TargetConfig(host, port, user, password, schema, checkpointSchema, tls, keyRetrieval);
    }

    LogConfig log(SectionReader section, String project) {
        NamedFiles files = files(ServerName.LOG);
        String host = section.needName("host", "mariadb");
        int port = port(section);
        String user = section.needName("user", "dfs");
        Secret password = PasswordBinder.password(section, files, "LOG_PASSWORD");
        String schema = section.name("schema").orElse("dfs_" + project.replace('-', '_'));
        Tls tls = TlsBinder.server(section, files);
        section.end();
        return new LogConfig(host, port, user, password, schema, tls);
    }

    BrokerConfig broker(SectionReader section) {
        NamedFiles files = files(ServerName.BROKER);
        String servers = section.needName("bootstrap-servers", "kafka:9092");
        if (!servers.isBlank()) {
            for (String server : servers.split(",", -1)) {
                checkBroker(section, server.strip());
            }
        }
        int partitions = (int) section.number("partitions", 4, 1, 1_000);
        int replicationFactor = (int) section.number("replication-factor", 1, 1, 100);
        Tls tls = TlsBinder.broker(section, files);
        Optional<Sasl> sasl = section.section("sasl").map(who -> sasl(who, files));
        section.end();
        return new BrokerConfig(servers.replaceAll("\\s", ""), partitions, replicationFactor, tls, sasl);
    }

    private static Sasl sasl(SectionReader section, NamedFiles files) {
        Map<String, Sasl.Mechanism> words = new LinkedHashMap<>();
        for (Sasl.Mechanism mechanism : Sasl.Mechanism.values()) {
            words.put(mechanism.word(), mechanism);
        }
        Sasl sasl = new Sasl(
                section.word("mechanism", words, Sasl.Mechanism.SCRAM_SHA_512),
                section.needName("user", "dfs"),
                PasswordBinder.password(section, files, "BROKER_PASSWORD"));
        section.end();
        return sasl;
    }

    /** Reads the setting, and refuses it for an encrypted connection, which needs no public key for the password. */
    private static boolean keyRetrieval(SectionReader section, Tls tls) {
        boolean wanted = section.flag(KEY_RETRIEVAL);
        if (wanted && tls.isOn()) {
            section.problem(
                    KEY_RETRIEVAL,
                    KEY_RETRIEVAL + " together with tls: " + tls.mode().word() + ", which does not use it",
                    "leave it out");
        }
        return wanted;
    }

    private static void checkBroker(SectionReader section, String server) {
        Matcher address = BROKER.matcher(server);
        int port = address.matches() ? Integer.parseInt(address.group(1)) : 0;
        if (port < 1 || port > MAX_PORT) {
            section.problem("bootstrap-servers", "not host:port: '" + server + "'", "write it like kafka:9092");
        }
    }

    private static int port(SectionReader section) {
        return (int) section.number("port", MYSQL_PORT, 1, MAX_PORT);
    }
}
