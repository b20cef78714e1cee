package io.dataflowsync.contract.config;

import io.dataflowsync.contract.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.config.PipelineConfig.TargetConfig;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Makes the servers' configurations of their sections. */
final class ServerBinder {
    private static final int MAX_PORT = 65_535;
    private static final int MYSQL_PORT = 3306;
    private static final Pattern BROKER = Pattern.compile("[^\\s,:]+:([0-9]{1,5})");

    private ServerBinder() {}

    static SourceConfig source(SectionReader section) {
        String host = section.needName("host", "db57");
        int port = port(section);
        String user = section.needName("user", "dfs");
        Secret password = password(section, "SOURCE_PASSWORD");
        List<String> schemas = section.names("schemas");
        if (!section.has("schemas")) {
            section.problem("schemas", "missing", "write schemas: [the schemas to capture]");
        } else if (schemas.isEmpty()) {
            section.problem("schemas", "no schema to capture", "write schemas: [the schemas to capture]");
        }
        List<TablePattern> include = patterns(section, "include");
        List<TablePattern> exclude = patterns(section, "exclude");
        section.end();
        return new SourceConfig(host, port, user, password, schemas, include, exclude);
    }

    private static List<TablePattern> patterns(SectionReader section, String key) {
        return section.names(key).stream().map(TablePattern::new).toList();
    }

    static TargetConfig target(SectionReader section) {
        String host = section.needName("host", "db80");
        int port = port(section);
        String user = section.needName("user", "dfs");
        Secret password = password(section, "TARGET_PASSWORD");
        String schema = section.needName("schema", "shop");
        String checkpointSchema = section.name("checkpoint-schema").orElse(schema);
        section.end();
        return new TargetConfig(host, port, user, password, schema, checkpointSchema);
    }

    static LogConfig log(SectionReader section, String project) {
        String host = section.needName("host", "mariadb");
        int port = port(section);
        String user = section.needName("user", "dfs");
        Secret password = password(section, "LOG_PASSWORD");
        String schema = section.name("schema").orElse("dfs_" + project.replace('-', '_'));
        section.end();
        return new LogConfig(host, port, user, password, schema);
    }

    static BrokerConfig broker(SectionReader section) {
        String servers = section.needName("bootstrap-servers", "kafka:9092");
        if (!servers.isBlank()) {
            for (String server : servers.split(",", -1)) {
                checkBroker(section, server.strip());
            }
        }
        int partitions = (int) section.number("partitions", 4, 1, 1_000);
        int replicationFactor = (int) section.number("replication-factor", 1, 1, 100);
        section.end();
        return new BrokerConfig(servers.replaceAll("\\s", ""), partitions, replicationFactor);
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

    private static Secret password(SectionReader section, String variable) {
        return new Secret(section.needText("password", "\"${" + variable + "}\""));
    }
}
