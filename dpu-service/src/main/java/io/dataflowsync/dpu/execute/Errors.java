package io.dataflowsync.dpu.execute;

import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Tells trouble of the server, which passes, from trouble with an event, which stays. */
final class Errors {
    /** Connections, locks, shutdown, a full disk, a server that is read-only for now, and privileges that someone must grant. */
    private static final Set<Integer> PASSING = Set.of(
            1020, 1021, 1037, 1038, 1040, 1041, 1042, 1043, 1044, 1045, 1053, 1078, 1079, 1080, 1114, 1129, 1130, 1142,
            1143, 1152, 1158, 1159, 1160, 1161, 1180, 1184, 1203, 1205, 1206, 1213, 1226, 1227, 1290, 1317, 1370, 1792,
            1836, 1927, 2002, 2003, 2006, 2013, 3024, 3058, 3100, 3101, 3169, 3572, 4031);

    private Errors() {}

    /** Whether the same statement may succeed later. */
    static boolean passes(SQLException e) {
        String state = e.getSQLState();
        return e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || PASSING.contains(e.getErrorCode())
                || (state == null && e.getErrorCode() == 0)
                || (state != null && (state.startsWith("08") || state.startsWith("40")));
    }

    static boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == 1062;
    }

    static Result.Failed failed(SQLException e) {
        return new Result.Failed(String.valueOf(e.getErrorCode()), String.valueOf(e.getMessage()));
    }
}
