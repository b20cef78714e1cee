package io.dataflowsync.pipeline.catalog;

import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * Contains all settings to connect to a server. They are the same for all users: sessions are in UTC and Unicode, values are read as they
 * are stored, and the connection is encrypted as the pipeline file says.
 *
 * <p>The source's URL names no schema, because a pipeline may have several.
 *
 * @param url without the credentials
 * @param properties further properties of the driver: the paths of the certificates, and the passwords of these files
 */
public record JdbcUrl(String url, String user, Secret password, Map<String, Secret> properties) {
    private static final String MYSQL = "&characterEncoding=UTF-8"
            + "&connectionTimeZone=%2B00:00"
            + "&preserveInstants=false"
            + "&tinyInt1isBit=false"
            + "&yearIsDateType=false"
            + "&zeroDateTimeBehavior=EXCEPTION"
            + "&connectTimeout=5000"
            + "&socketTimeout=120000";

    /** The {@code sql_mode} of a session of the target, which refuses a value that does not fit. */
    public static final List<String> TARGET_SQL_MODE =
            List.of("STRICT_TRANS_TABLES", "NO_ENGINE_SUBSTITUTION", "NO_AUTO_VALUE_ON_ZERO", "ALLOW_INVALID_DATES");

    private static final String TARGET = MYSQL
            + "&rewriteBatchedStatements=true"
            + "&useAffectedRows=false"
            + "&sessionVariables=time_zone='%2B00:00',transaction_isolation='READ-COMMITTED',"
            + "sql_mode='" + String.join(",", TARGET_SQL_MODE) + "'";

    /** Not encoded, because the driver of MariaDB does not decode a URL. */
    private static final String MARIADB =
            "&connectTimeout=5000&socketTimeout=120000&sessionVariables=time_zone='+00:00'";

    public static JdbcUrl source(SourceConfig source) {
        JdbcTls tls = JdbcTls.mysql(source.tls(), source.allowPublicKeyRetrieval());
        String url = "jdbc:mysql://" + address(source.host(), source.port()) + "/?" + tls.parameters() + MYSQL
                + "&sessionVariables=time_zone='%2B00:00'";
        return new JdbcUrl(url, source.user(), source.password(), tls.properties());
    }

    /** Connects to the target's schema. */
    public static JdbcUrl target(TargetConfig target) {
        return target(target, target.schema());
    }

    /** Connects to the target without a schema. */
    public static JdbcUrl targetServer(TargetConfig target) {
        return target(target, "");
    }

    private static JdbcUrl target(TargetConfig target, String schema) {
        JdbcTls tls = JdbcTls.mysql(target.tls(), target.allowPublicKeyRetrieval());
        String url = "jdbc:mysql://" + address(target.host(), target.port()) + "/" + schema + "?" + tls.parameters()
                + TARGET;
        return new JdbcUrl(url, target.user(), target.password(), tls.properties());
    }

    /** Connects to the schema of the logs, and creates it if it does not exist. */
    public static JdbcUrl log(LogConfig log) {
        return log(log, log.schema(), MARIADB + "&createDatabaseIfNotExist=true");
    }

    /** Connects to the server of the logs without a schema. */
    public static JdbcUrl logServer(LogConfig log) {
        return log(log, "", MARIADB);
    }

    /** Connects to the schema of the logs for a reader that must not wait: with short timeouts, and without creating the schema. */
    public static JdbcUrl logReader(LogConfig log) {
        return log(log, log.schema(), "&connectTimeout=2000&socketTimeout=10000");
    }

    private static JdbcUrl log(LogConfig log, String schema, String settings) {
        JdbcTls tls = JdbcTls.mariaDb(log.tls());
        String url =
                "jdbc:mariadb://" + address(log.host(), log.port()) + "/" + schema + "?" + tls.parameters() + settings;
        return new JdbcUrl(url, log.user(), log.password(), tls.properties());
    }

    /** Returns a copy for a caller that must not wait: no connect and no read takes longer than this limit. */
    public JdbcUrl within(Duration limit) {
        String millis = Long.toString(limit.toMillis());
        String quick = url.replaceFirst("connectTimeout=\\d+", "connectTimeout=" + millis)
                .replaceFirst("socketTimeout=\\d+", "socketTimeout=" + millis);
        return new JdbcUrl(quick, user, password, properties);
    }

    /** Opens a new connection with the driver on the class path. */
    public Connection connect() throws SQLException {
        Properties all = new Properties();
        properties.forEach((name, value) -> all.setProperty(name, value.value()));
        all.setProperty("user", user);
        all.setProperty("password", password.value());
        return DriverManager.getConnection(url, all);
    }

    /**
     * Returns the same as settings of Quarkus. They contain secrets.
     *
     * @param name the name of the data source
     */
    public Map<String, String> dataSource(String name) {
        String prefix = "quarkus.datasource." + name + ".";
        Map<String, String> settings = new HashMap<>();
        settings.put(prefix + "jdbc.url", url);
        settings.put(prefix + "username", user);
        settings.put(prefix + "password", password.value());
        properties.forEach((property, value) ->
                settings.put(prefix + "jdbc.additional-jdbc-properties." + property, value.value()));
        return settings;
    }

    private static String address(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
