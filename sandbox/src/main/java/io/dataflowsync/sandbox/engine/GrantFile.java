package io.dataflowsync.sandbox.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads the rights of the services' user on each server: the GRANT statements of {@code deploy/grants}, also for other users and schemas.
 */
public enum GrantFile {
    /** cdc-service on the source. */
    SOURCE("source.sql", "shop"),
    /** dpu-service on the target. */
    TARGET("target.sql", "store"),
    /** dpu-service on the target, in addition, if it applies schema changes. */
    TARGET_DDL("target-ddl.sql", "store"),
    /** The services on MariaDB. */
    LOG("log.sql", "dfs_shop"),
    /** monitor-ui on MariaDB, if it has a user of its own. */
    LOG_READER("log-reader.sql", "dfs_shop");

    private final String file;
    private final String schema;

    GrantFile(String file, String schema) {
        this.file = file;
        this.schema = schema;
    }

    /**
     * The statements, each with its semicolon.
     *
     * @param user the user's name, without a host
     * @param scope the schema as GRANT takes it: quoted, may have wildcards; {@code *} for all
     */
    public List<String> statements(String user, String scope) {
        return text().lines()
                .filter(line -> line.startsWith("GRANT "))
                .map(line -> line.replace("'dfs'", "'" + user + "'").replace("`" + schema + "`", scope))
                .toList();
    }

    private String text() {
        try (InputStream in = GrantFile.class.getClassLoader().getResourceAsStream("grants/" + file)) {
            if (in == null) {
                throw new IllegalStateException("no resource grants/" + file);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
