package io.dataflowsync.dpu;

import com.mysql.cj.jdbc.MysqlDataSource;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.pipeline.config.Secret;
import io.dataflowsync.sandbox.engine.MariaDb;
import io.dataflowsync.sandbox.engine.MySql80;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.mariadb.jdbc.MariaDbDataSource;

/** The real servers, started once for all tests; each test works in schemas of its own. */
public final class Engines {
    private static final RunDirectory RUN = RunDirectory.open();
    public static final MySql80 TARGET = MySql80.start(RUN);
    static final MariaDb LOG = MariaDb.start(RUN);

    private Engines() {}

    public static TargetConfig target(String schema) {
        return new TargetConfig("127.0.0.1", TARGET.port(), "root", new Secret(""), schema, schema);
    }

    static LogConfig log(String schema) {
        return new LogConfig("127.0.0.1", LOG.port(), "root", new Secret(""), schema);
    }

    public static DataSource dataSource(TargetConfig config) {
        JdbcUrl url = JdbcUrl.target(config);
        MysqlDataSource source = new MysqlDataSource();
        source.setUrl(url.url());
        source.setUser(url.user());
        source.setPassword(url.password().value());
        return source;
    }

    public static DataSource dataSource(LogConfig config) {
        JdbcUrl url = JdbcUrl.log(config);
        try {
            MariaDbDataSource source = new MariaDbDataSource(url.url());
            source.setUser(url.user());
            source.setPassword(url.password().value());
            return source;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Creates a schema for logs, without any table. */
    public static DataSource logSchema(String schema) {
        LOG.execute("", "CREATE DATABASE " + schema);
        return dataSource(log(schema));
    }

    public static void run(DataSource source, String... statements) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The rows as text, columns apart by a bar. */
    public static List<String> rows(DataSource source, String query) {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            List<String> rows = new ArrayList<>();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    values.add(String.valueOf(result.getString(i)));
                }
                rows.add(String.join("|", values));
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
