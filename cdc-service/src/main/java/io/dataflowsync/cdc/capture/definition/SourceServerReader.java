package io.dataflowsync.cdc.capture.definition;

import io.dataflowsync.cdc.definition.SourceServer;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the settings of a 5.7 server that the meaning of a statement depends on. */
public final class SourceServerReader {
    private static final String SETTINGS = "SELECT @@version, @@GLOBAL.lower_case_table_names,"
            + " @@GLOBAL.explicit_defaults_for_timestamp, @@GLOBAL.collation_server, @@GLOBAL.default_storage_engine";

    private SourceServerReader() {}

    public static SourceServer read(Connection connection) throws SQLException {
        Map<Integer, String> collations = new HashMap<>();
        Jdbc.forEach(
                connection,
                "SELECT id, collation_name FROM information_schema.collations",
                row -> collations.put(row.getInt(1), row.getString(2)));
        Map<String, String> defaults = new HashMap<>();
        Map<String, Integer> bytes = new HashMap<>();
        Jdbc.forEach(
                connection,
                "SELECT character_set_name, default_collate_name, maxlen FROM information_schema.character_sets",
                row -> {
                    defaults.put(row.getString(1), row.getString(2));
                    bytes.put(row.getString(1), row.getInt(3));
                });
        return Jdbc.first(
                        connection,
                        SETTINGS,
                        row -> new SourceServer(
                                version(row.getString(1)),
                                row.getInt(2),
                                row.getBoolean(3),
                                row.getString(4),
                                row.getString(5).toLowerCase(Locale.ROOT),
                                collations,
                                defaults,
                                bytes))
                .orElseThrow();
    }

    /** {@code 5.7.22-log} as 50722. */
    private static int version(String text) {
        String[] parts = text.split("[^0-9]+", 4);
        return Integer.parseInt(parts[0]) * 10_000 + Integer.parseInt(parts[1]) * 100 + Integer.parseInt(parts[2]);
    }
}
