package io.dataflowsync.sandbox.fuzz.generate;

import java.util.Locale;

/** Writes the same statement in the ways in which people and their tools write it. */
final class Writing {
    private final Pick pick;
    private final Profile profile;

    Writing(Pick pick, Profile profile) {
        this.pick = pick;
        this.profile = profile;
    }

    /**
     * The parts of an ALTER TABLE in another form, with the same meaning: 5.7 finds no foreign key in a versioned comment, and 8.0 does.
     */
    String written(String sql) {
        if (!profile.has(Feature.WRITING) || pick.chance(60)) {
            return sql;
        }
        boolean versioned = !sql.contains("FOREIGN KEY");
        return switch (pick.between(0, 4)) {
            case 0 -> versioned ? "/*!50000 " + sql + " */" : sql;
            case 1 -> "/* why */ " + sql + " -- done";
            case 2 -> versioned && sql.contains(", ADD") ? sql.replace(", ADD", "\n\t, /*!40101 ADD") + " */" : sql;
            case 3 -> sql.replaceFirst(" COLUMN ", " ");
            default -> lower(sql);
        };
    }

    private static String lower(String sql) {
        return sql.replaceFirst(
                "^[A-Z]+ COLUMN", sql.substring(0, sql.indexOf(' ')).toLowerCase(Locale.ROOT) + " column");
    }
}
