package io.dataflowsync.cdc.capture.definition;

import io.dataflowsync.servicekit.sql.Jdbc;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Lets a server compute offsets of its system's time zone. */
public final class SystemZoneReader {
    private static final String DIGIT =
            "(SELECT 0 d UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3 UNION ALL SELECT 4"
                    + " UNION ALL SELECT 5 UNION ALL SELECT 6 UNION ALL SELECT 7 UNION ALL SELECT 8 UNION ALL SELECT 9)";

    private static final String NUMBERS = "(SELECT a.d + 10 * b.d + 100 * c.d + 1000 * e.d + 10000 * f.d n FROM "
            + DIGIT + " a JOIN " + DIGIT + " b JOIN " + DIGIT + " c JOIN " + DIGIT + " e JOIN " + DIGIT + " f)";

    private static final String OFFSET =
            "TIMESTAMPDIFF(SECOND, TIMESTAMPADD(SECOND, %1$s, '1970-01-01'), FROM_UNIXTIME(%1$s))";

    private static final String OFFSETS = "SELECT n, " + OFFSET.formatted("n * " + SystemZone.STEP) + " FROM " + NUMBERS
            + " numbers WHERE n < " + SystemZone.MOMENTS;

    private SystemZoneReader() {}

    /** The zone as any other server has it: an offset, or the name of a zone; empty if there is neither. */
    public static Optional<String> read(Connection connection) throws SQLException {
        int[] offsets = new int[SystemZone.MOMENTS];
        useSystemZone(connection);
        Jdbc.forEach(connection, OFFSETS, row -> offsets[row.getInt(1)] = row.getInt(2));
        return new SystemZone(offsets).name();
    }

    /** The server's offset at a moment. */
    public static Optional<String> offsetAt(Connection connection, long second) throws SQLException {
        useSystemZone(connection);
        return Jdbc.first(connection, "SELECT " + OFFSET.formatted(second), row -> row.getInt(1))
                .flatMap(SystemZone::offset);
    }

    private static void useSystemZone(Connection connection) throws SQLException {
        Jdbc.update(connection, "SET SESSION time_zone = 'SYSTEM'");
    }
}
