package io.dataflowsync.sandbox.fuzz.generate;

import java.util.ArrayList;
import java.util.List;

/** Makes statements that set the variables of a source's session. */
final class SessionStatements {
    private static final List<String> MODES = List.of(
            "",
            "STRICT_TRANS_TABLES",
            "ANSI",
            "NO_BACKSLASH_ESCAPES,STRICT_ALL_TABLES",
            "NO_ZERO_DATE,NO_ZERO_IN_DATE,ERROR_FOR_DIVISION_BY_ZERO",
            "NO_AUTO_VALUE_ON_ZERO",
            "ANSI_QUOTES,PIPES_AS_CONCAT,NO_BACKSLASH_ESCAPES");
    private static final List<String> ZONES = List.of("+00:00", "+08:00", "-03:30", "SYSTEM", "+05:45");
    private static final List<String> CHARSETS = List.of("utf8mb4", "utf8", "utf8mb4 COLLATE utf8mb4_unicode_ci");

    private static final String WHOLE_IMAGE = "FULL";

    private final Pick pick;
    private final Profile profile;

    SessionStatements(Pick pick, Profile profile) {
        this.pick = pick;
        this.profile = profile;
    }

    /** The statements with which a session begins. */
    List<String> opening() {
        List<String> all = new ArrayList<>();
        all.add("SET SESSION innodb_lock_wait_timeout = 2, lock_wait_timeout = 4");
        all.add("SET SESSION time_zone = '" + pick.of(ZONES) + "'");
        if (profile.has(Feature.SQL_MODES)) {
            all.add("SET SESSION sql_mode = '" + pick.of(MODES) + "'");
        }
        if (profile.has(Feature.SESSION_CHARSETS)) {
            all.add("SET NAMES " + pick.of(CHARSETS));
        }
        if (pick.chance(20)) {
            all.add("SET SESSION auto_increment_increment = 3, auto_increment_offset = 2");
        }
        return all;
    }

    /** A statement that sets how much of a row a session writes from now on. */
    String image() {
        return "SET SESSION binlog_row_image = '" + pick.of("MINIMAL", "MINIMAL", "NOBLOB", WHOLE_IMAGE) + "'";
    }

    /** Whether a session writes only some columns after such a statement. */
    static boolean isPartial(String image) {
        return !image.contains(WHOLE_IMAGE);
    }

    /** Switches the checks off, or on again. */
    String checks() {
        return pick.of(
                "SET SESSION foreign_key_checks = 0",
                "SET SESSION foreign_key_checks = 1",
                "SET SESSION unique_checks = 0",
                "SET SESSION unique_checks = 1, foreign_key_checks = 1");
    }
}
