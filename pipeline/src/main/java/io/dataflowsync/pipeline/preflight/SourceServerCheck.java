package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.StartFrom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Checks the source server: version, binlog, privileges, and the place to start from. */
final class SourceServerCheck {
    private static final String HOST = "dfs.source.host";
    private static final List<String> NEEDED = List.of("RELOAD", "REPLICATION SLAVE", "REPLICATION CLIENT");

    private final Connection connection;
    private final PipelineConfig config;
    private final Findings findings;

    SourceServerCheck(Connection connection, PipelineConfig config, Findings findings) {
        this.connection = connection;
        this.config = config;
        this.findings = findings;
    }

    void check() throws SQLException {
        Map<String, String> variables = variables();
        String version = variables.getOrDefault("version", "");
        checkVersion(version);
        checkBinlog(variables);
        Grants grants = Grants.of(connection);
        checkGrants(grants);
        for (String schema : config.source().schemas()) {
            checkSchema(grants, schema);
        }
        checkXa();
        boolean readable = "ON".equals(variables.get("log_bin"))
                && (grants.everywhere("REPLICATION CLIENT") || grants.everywhere("SUPER"));
        if (readable && !isMariaDb(version)) {
            checkReplica(variables);
            checkFilters(version);
        }
        if (readable && config.start().from().isPresent()) {
            checkStart(config.start().from().get(), variables);
        }
    }

    private Map<String, String> variables() throws SQLException {
        Map<String, String> variables = new HashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows =
                        statement.executeQuery("SHOW GLOBAL VARIABLES WHERE variable_name IN ('version', 'log_bin',"
                                + " 'binlog_format', 'binlog_row_image', 'server_id', 'gtid_mode', 'log_slave_updates',"
                                + " 'log_replica_updates')")) {
            while (rows.next()) {
                variables.put(rows.getString(1).toLowerCase(Locale.ROOT), rows.getString(2));
            }
        }
        return variables;
    }

    private void checkVersion(String version) {
        if (isMariaDb(version)) {
            findings.add(HOST, "the source is MariaDB " + version, "write the host and port of a MySQL");
        } else if (release(version) < 507) {
            findings.add(HOST, "the source is MySQL " + version, "write the host and port of a MySQL 5.7 or later");
        }
    }

    private static boolean isMariaDb(String version) {
        return version.contains("MariaDB");
    }

    /** Returns the release: 507 for {@code 5.7.22-log}; 0 if the text is not a version. */
    private static int release(String version) {
        String[] parts = version.split("[.-]", 3);
        return parts.length < 2 ? 0 : number(parts[0]) * 100 + number(parts[1]);
    }

    private static int number(String text) {
        return text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
    }

    private void checkBinlog(Map<String, String> variables) {
        if (!"ON".equals(variables.get("log_bin"))) {
            findings.add(
                    HOST,
                    "the source writes no binlog: log_bin is OFF",
                    "start it with --log-bin=mysql-bin --server-id=1");
            return;
        }
        require(variables, "binlog_format", "ROW");
        require(variables, "binlog_row_image", "FULL");
        if ("0".equals(variables.get("server_id"))) {
            findings.add(
                    HOST,
                    "the source's server_id is 0",
                    "run SET GLOBAL server_id = 1 there, and put it into its my.cnf");
        }
    }

    /** Checks that a replica writes replicated changes to its own binlog. A replica of 5.7 does so only with a setting. */
    private void checkReplica(Map<String, String> variables) throws SQLException {
        boolean hasNewName = variables.containsKey("log_replica_updates");
        String setting = hasNewName ? "log_replica_updates" : "log_slave_updates";
        if (!"OFF".equals(variables.get(setting))) {
            return;
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(hasNewName ? "SHOW REPLICA STATUS" : "SHOW SLAVE STATUS")) {
            if (rows.next()) {
                findings.add(
                        HOST,
                        "the source is a replica, and what it replicates is not in its binlog: " + setting + " is OFF",
                        "start it with --" + setting.replace('_', '-')
                                + ", or write the host of the server that it replicates from");
            }
        }
    }

    /** Checks the binlog filters. They leave out rows by the rows' schema, and statements by the session's schema. */
    private void checkFilters(String version) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        release(version) < 802 ? "SHOW MASTER STATUS" : "SHOW BINARY LOG STATUS")) {
            if (!row.next()) {
                return;
            }
            List<String> only = names(row.getString("Binlog_Do_DB"));
            List<String> without = names(row.getString("Binlog_Ignore_DB"));
            for (String schema : config.source().schemas()) {
                if (!only.isEmpty() && !only.contains(schema) || only.isEmpty() && without.contains(schema)) {
                    findings.add(
                            HOST,
                            "the source leaves the schema '" + schema + "' out of its binlog: binlog-do-db is " + only
                                    + ", binlog-ignore-db is " + without,
                            "start it without these");
                }
            }
            if (!only.isEmpty() || !without.isEmpty()) {
                findings.warn(
                        HOST,
                        "the source leaves statements out of its binlog by the schema of their session: binlog-do-db is "
                                + only + ", binlog-ignore-db is " + without,
                        "change no captured table there from a session that is in another schema");
            }
        }
    }

    private static List<String> names(@Nullable String list) {
        return list == null || list.isEmpty() ? List.of() : List.of(list.split(","));
    }

    private void require(Map<String, String> variables, String name, String value) {
        String actual = variables.getOrDefault(name, "unknown");
        if (!actual.equals(value)) {
            findings.add(
                    HOST,
                    "the source's " + name + " is " + actual + ", not " + value,
                    "run SET GLOBAL " + name + " = '" + value
                            + "' there, put it into its my.cnf, and reconnect its clients");
        }
    }

    private void checkGrants(Grants grants) {
        String user = config.source().user();
        for (String privilege : NEEDED) {
            if (!grants.everywhere(privilege)) {
                findings.add(
                        "dfs.source.user",
                        "the user '" + user + "' lacks " + privilege,
                        "run GRANT " + privilege + " ON *.* TO '" + user + "' on the source");
            }
        }
    }

    private void checkSchema(Grants grants, String schema) throws SQLException {
        String user = config.source().user();
        if (!Schemas.has(connection, schema)) {
            findings.add(
                    "dfs.source.schemas",
                    "the source has no schema '" + schema + "' that the user '" + user + "' sees",
                    "write one that it has, or run GRANT SELECT ON `" + schema + "`.* TO '" + user + "' there");
        } else if (!grants.in(schema, "SELECT")) {
            findings.add(
                    "dfs.source.user",
                    "the user '" + user + "' lacks SELECT on the schema '" + schema + "'",
                    "run GRANT SELECT ON `" + schema + "`.* TO '" + user + "' on the source");
        }
    }

    /** Refuses prepared XA transactions: their rows are in the binlog before the place where reading starts, and not in the snapshot. */
    private void checkXa() throws SQLException {
        int prepared = PreparedXa.count(connection);
        if (prepared > 0) {
            findings.add(
                    "dfs.snapshot",
                    "the source has prepared XA transactions, " + prepared
                            + " of them: their rows would be missed when they commit",
                    "end them there with XA COMMIT or XA ROLLBACK, XA RECOVER lists them");
        }
    }

    private void checkStart(StartFrom start, Map<String, String> variables) throws SQLException {
        if (start instanceof StartFrom.BinlogPlace place) {
            checkPlace(place);
        } else if (!"ON".equals(variables.get("gtid_mode"))) {
            findings.add(
                    "dfs.start-from.gtid-set",
                    "the source writes no GTIDs: gtid_mode is " + variables.get("gtid_mode"),
                    "write file and position instead");
        } else if (start instanceof StartFrom.GtidSet set) {
            checkPurged(set);
        }
    }

    private void checkPlace(StartFrom.BinlogPlace place) throws SQLException {
        String first = "";
        String last = "";
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SHOW BINARY LOGS")) {
            while (rows.next()) {
                last = rows.getString(1);
                first = first.isEmpty() ? last : first;
                if (last.equals(place.file())) {
                    checkSize(place, rows.getLong(2));
                    return;
                }
            }
        }
        findings.add(
                "dfs.start-from.file",
                "the source has no binlog '" + place.file() + "'",
                "write one of those it has, " + first + " to " + last);
    }

    private void checkSize(StartFrom.BinlogPlace place, long size) {
        if (place.position() > size) {
            findings.add(
                    "dfs.start-from.position",
                    "the binlog '" + place.file() + "' ends at " + size + ", before " + place.position(),
                    "write a position that SHOW BINLOG EVENTS names");
        }
    }

    private void checkPurged(StartFrom.GtidSet set) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT GTID_SUBSET(@@GLOBAL.gtid_purged, ?), @@GLOBAL.gtid_purged")) {
            statement.setString(1, set.gtids());
            try (ResultSet row = statement.executeQuery()) {
                if (row.next() && !row.getBoolean(1)) {
                    findings.add(
                            "dfs.start-from.gtid-set",
                            "the source has purged transactions that this set lacks: " + row.getString(2),
                            "write a set that has them, or leave start-from out and take a snapshot");
                }
            }
        } catch (SQLException e) {
            findings.add(
                    "dfs.start-from.gtid-set",
                    "not a GTID set: '" + set.gtids() + "'",
                    "write what @@gtid_executed has");
        }
    }
}
