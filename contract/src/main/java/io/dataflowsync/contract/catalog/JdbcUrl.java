package io.dataflowsync.contract.catalog;

import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.config.PipelineConfig.TargetConfig;
import io.dataflowsync.contract.config.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

/**
 * How to connect to a server, the same for everyone who does: sessions are in UTC and Unicode, and values come as they are stored.
 *
 * <p>The source's URL names no schema, since a pipeline may have several.
 *
 * @param url without the credentials
 */
public record JdbcUrl(String url, String user, Secret password) {
    private static final String MYSQL = "sslMode=DISABLED"
            + "&allowPublicKeyRetrieval=true"
            + "&characterEncoding=UTF-8"
            + "&connectionTimeZone=%2B00:00"
            + "&preserveInstants=false"
            + "&tinyInt1isBit=false"
            + "&yearIsDateType=false"
            + "&zeroDateTimeBehavior=EXCEPTION"
            + "&connectTimeout=5000"
            + "&socketTimeout=120000";

    private static final String TARGET = MYSQL
            + "&rewriteBatchedStatements=true"
            + "&useAffectedRows=false"
            + "&sessionVariables=time_zone='%2B00:00',transaction_isolation='READ-COMMITTED',"
            + "sql_mode='STRICT_TRANS_TABLES,NO_ENGINE_SUBSTITUTION,NO_AUTO_VALUE_ON_ZERO,ALLOW_INVALID_DATES'";

    /** The driver of MariaDB decodes nothing in a URL. */
    private static final String MARIADB =
            "sslMode=disable&connectTimeout=5000&socketTimeout=120000&sessionVariables=time_zone='+00:00'";

    public static JdbcUrl source(SourceConfig source) {
        String url = "jdbc:mysql://" + address(source.host(), source.port()) + "/?" + MYSQL
                + "&sessionVariables=time_zone='%2B00:00'";
        return new JdbcUrl(url, source.user(), source.password());
    }

    /** The target's schema. */
    public static JdbcUrl target(TargetConfig target) {
        return target(target, target.schema());
    }

    /** The target, no schema chosen. */
    public static JdbcUrl targetServer(TargetConfig target) {
        return target(target, "");
    }

    private static JdbcUrl target(TargetConfig target, String schema) {
        String url = "jdbc:mysql://" + address(target.host(), target.port()) + "/" + schema + "?" + TARGET;
        return new JdbcUrl(url, target.user(), target.password());
    }

    /** The schema of the logs, which is created where the server has none of that name. */
    public static JdbcUrl log(LogConfig log) {
        String url = "jdbc:mariadb://" + address(log.host(), log.port()) + "/" + log.schema() + "?" + MARIADB
                + "&createDatabaseIfNotExist=true";
        return new JdbcUrl(url, log.user(), log.password());
    }

    /** The server of the logs, no schema chosen. */
    public static JdbcUrl logServer(LogConfig log) {
        String url = "jdbc:mariadb://" + address(log.host(), log.port()) + "/?" + MARIADB;
        return new JdbcUrl(url, log.user(), log.password());
    }

    /** The same server, for a caller that must not wait: no connect and no read takes longer than this. */
    public JdbcUrl within(Duration limit) {
        String millis = Long.toString(limit.toMillis());
        String quick = url.replaceFirst("connectTimeout=\\d+", "connectTimeout=" + millis)
                .replaceFirst("socketTimeout=\\d+", "socketTimeout=" + millis);
        return new JdbcUrl(quick, user, password);
    }

    /** A new connection, by the driver that the class path has. */
    public Connection connect() throws SQLException {
        Properties credentials = new Properties();
        credentials.setProperty("user", user);
        credentials.setProperty("password", password.value());
        return DriverManager.getConnection(url, credentials);
    }

    private static String address(String host, int port) {
        return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
