package io.dataflowsync.pipeline.preflight;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Checks the largest statement that a server accepts; one event may need 64 MiB. */
final class PacketSize {
    private static final long MIB = 1024 * 1024;
    private static final long NEEDED = 64 * MIB;

    private PacketSize() {}

    /** @param server the name for the text: {@code target} */
    static void check(Connection connection, String path, String server, Findings findings) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT @@GLOBAL.max_allowed_packet")) {
            row.next();
            long bytes = row.getLong(1);
            if (bytes < NEEDED) {
                findings.add(
                        path,
                        "the " + server + "'s max_allowed_packet is " + bytes / MIB
                                + " MiB, and a large row needs up to " + NEEDED / MIB,
                        "run SET GLOBAL max_allowed_packet = " + NEEDED + " there, and put it into its my.cnf");
            }
        }
    }
}
