package io.dataflowsync.dpu.execute;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ErrorKind;
import io.dataflowsync.contract.error.SqlStates;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.HashMap;
import java.util.Map;

/** Translates the target's error numbers (MySQL 8.0 Error Reference) into error codes. */
public final class Errors {
    private static final Map<Integer, ErrorCode> CODES = codes();
    /** The statement was killed. */
    private static final int INTERRUPTED = 1317;

    private Errors() {}

    private static Map<Integer, ErrorCode> codes() {
        Map<Integer, ErrorCode> codes = new HashMap<>();
        add(codes, ErrorCode.TARGET_AWAY, 1040, 1041, 1042, 1043, 1053, 1078, 1079, 1080, 1129, 1130, 1152, 1158, 1159);
        add(codes, ErrorCode.TARGET_AWAY, 1160, 1161, 1180, 1184, 1203, 1226, 1317, 1927, 2002, 2003, 2006, 2013, 3024);
        add(codes, ErrorCode.TARGET_AWAY, 3169, 4031, 1037, 1038, 1020, 1206);
        add(codes, ErrorCode.TARGET_DEADLOCK, 1213, 3101, 3058);
        add(codes, ErrorCode.TARGET_LOCKED, 1205, 3572);
        add(codes, ErrorCode.TARGET_READ_ONLY, 1290, 1792, 1836, 3100);
        add(codes, ErrorCode.TARGET_FULL, 1021, 1114);
        add(codes, ErrorCode.TARGET_FORBIDS, 1044, 1045, 1142, 1143, 1227, 1370);
        add(codes, ErrorCode.DUPLICATE_VALUE, 1062, 1586, 1022);
        add(codes, ErrorCode.VALUE_TOO_LONG, 1406, 1162);
        add(codes, ErrorCode.OUT_OF_RANGE, 1264, 1690, 1416);
        add(codes, ErrorCode.WRONG_VALUE, 1265, 1292, 1366, 1411, 1525, 3140, 3141, 3037, 3055, 3617, 3643);
        add(codes, ErrorCode.NULL_VALUE, 1048, 1364, 1263);
        add(codes, ErrorCode.CHECK_VIOLATED, 3819, 4025, 1369);
        add(codes, ErrorCode.MISSING_PARENT, 1452, 1216);
        add(codes, ErrorCode.STILL_REFERENCED, 1451, 1217);
        add(codes, ErrorCode.NO_TARGET_TABLE, 1146, 1051, 1109, 1049);
        add(codes, ErrorCode.NO_TARGET_COLUMN, 1054, 3105, 1136);
        return Map.copyOf(codes);
    }

    private static void add(Map<Integer, ErrorCode> codes, ErrorCode code, int... numbers) {
        for (int number : numbers) {
            codes.put(number, code);
        }
    }

    /** The code of an error. It is of kind retry if the same statement may succeed later. */
    public static ErrorCode code(SQLException e) {
        ErrorCode known = CODES.get(e.getErrorCode());
        if (known != null) {
            return known;
        }
        String state = e.getSQLState();
        if (state != null && state.startsWith("40")) {
            return ErrorCode.TARGET_DEADLOCK;
        }
        boolean unreachable = e instanceof SQLTransientException
                || e instanceof SQLRecoverableException
                || (SqlStates.isNoAnswer(e) && (state != null || e.getErrorCode() == 0));
        return unreachable ? ErrorCode.TARGET_AWAY : ErrorCode.REFUSED_BY_TARGET;
    }

    /** Whether the server itself has answered that a statement was not done, or was undone, for a temporary reason. */
    static boolean isRefusal(SQLException e) {
        return switch (code(e)) {
            case TARGET_LOCKED, TARGET_DEADLOCK, TARGET_FULL, TARGET_FORBIDS, TARGET_READ_ONLY -> e.getErrorCode() != 0;
            default -> e.getErrorCode() == INTERRUPTED;
        };
    }

    /** Whether the error is temporary, so that a retry may succeed. */
    static boolean isTemporary(SQLException e) {
        return code(e).kind() == ErrorKind.RETRY;
    }

    /** Whether a unique key has the value already; MariaDB has the same number for it. */
    public static boolean isDuplicate(SQLException e) {
        return e.getErrorCode() == 1062;
    }

    /** Whether another row has this primary key. */
    static boolean isDuplicateKey(SQLException e) {
        return isDuplicate(e) && String.valueOf(e.getMessage()).endsWith("PRIMARY'");
    }

    /** Whether a foreign key that does not cascade refers to the row. */
    static boolean isStillReferenced(SQLException e) {
        return code(e) == ErrorCode.STILL_REFERENCED;
    }

    static Result.Failed failed(SQLException e) {
        return Result.Failed.of(code(e), e);
    }
}
