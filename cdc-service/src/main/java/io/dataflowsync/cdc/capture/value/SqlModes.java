package io.dataflowsync.cdc.capture.value;

import java.util.ArrayList;
import java.util.List;

/** Names the bits of a session's {@code sql_mode}, as the server prints them. */
final class SqlModes {
    /** By bit; the fifth is of no use to the server. */
    private static final List<String> WORDS = List.of(
            "REAL_AS_FLOAT",
            "PIPES_AS_CONCAT",
            "ANSI_QUOTES",
            "IGNORE_SPACE",
            "",
            "ONLY_FULL_GROUP_BY",
            "NO_UNSIGNED_SUBTRACTION",
            "NO_DIR_IN_CREATE",
            "POSTGRESQL",
            "ORACLE",
            "MSSQL",
            "DB2",
            "MAXDB",
            "NO_KEY_OPTIONS",
            "NO_TABLE_OPTIONS",
            "NO_FIELD_OPTIONS",
            "MYSQL323",
            "MYSQL40",
            "ANSI",
            "NO_AUTO_VALUE_ON_ZERO",
            "NO_BACKSLASH_ESCAPES",
            "STRICT_TRANS_TABLES",
            "STRICT_ALL_TABLES",
            "NO_ZERO_IN_DATE",
            "NO_ZERO_DATE",
            "ALLOW_INVALID_DATES",
            "ERROR_FOR_DIVISION_BY_ZERO",
            "TRADITIONAL",
            "NO_AUTO_CREATE_USER",
            "HIGH_NOT_PRECEDENCE",
            "NO_ENGINE_SUBSTITUTION",
            "PAD_CHAR_TO_FULL_LENGTH",
            "TIME_TRUNCATE_FRACTIONAL");

    private SqlModes() {}

    /** The words of these bits. A mode that combines others has its own bit next to theirs, so nothing is expanded. */
    static List<String> words(long bits) {
        List<String> words = new ArrayList<>();
        for (int bit = 0; bit < WORDS.size(); bit++) {
            if ((bits >> bit & 1) == 1 && !WORDS.get(bit).isEmpty()) {
                words.add(WORDS.get(bit));
            }
        }
        return List.copyOf(words);
    }
}
