package io.dataflowsync.cdc.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes random DDL of a few tables from a part of the grammar; the server does not take all of it. */
final class DdlGenerator {
    private static final List<String> TYPES = List.of(
            "INT",
            "INT(5) UNSIGNED",
            "INTEGER ZEROFILL",
            "BIGINT UNSIGNED",
            "INT8",
            "TINYINT",
            "INT1 UNSIGNED",
            "BOOL",
            "BOOLEAN",
            "MEDIUMINT",
            "MIDDLEINT UNSIGNED",
            "SMALLINT SIGNED",
            "DECIMAL",
            "DEC(7)",
            "NUMERIC(9,3) UNSIGNED",
            "FIXED(5,5)",
            "FLOAT",
            "FLOAT(7,3)",
            "FLOAT(24)",
            "FLOAT(25)",
            "REAL",
            "REAL(9,2)",
            "DOUBLE PRECISION",
            "DOUBLE(6,1) ZEROFILL",
            "FLOAT8",
            "BIT",
            "BIT(9)",
            "YEAR",
            "DATE",
            "TIME",
            "TIME(3)",
            "DATETIME",
            "DATETIME(6)",
            "TIMESTAMP",
            "TIMESTAMP(2)",
            "TIMESTAMP NULL",
            "CHAR",
            "CHAR(7)",
            "CHARACTER(9) CHARACTER SET latin1",
            "CHAR(5) BINARY",
            "CHAR(6) ASCII",
            "CHAR(6) UNICODE",
            "CHAR(3) BYTE",
            "NCHAR(4)",
            "NATIONAL CHAR VARYING(5)",
            "NVARCHAR(8) BINARY",
            "VARCHAR(20)",
            "CHARACTER VARYING(30)",
            "VARCHAR(9) CHARSET gbk",
            "VARCHAR(12) CHARACTER SET utf8 COLLATE utf8_bin",
            "VARCHAR(11) CHAR SET binary",
            "BINARY",
            "BINARY(4)",
            "VARBINARY(9)",
            "TINYTEXT",
            "TEXT",
            "TEXT(60)",
            "TEXT(100)",
            "TEXT(70000)",
            "MEDIUMTEXT CHARSET latin1",
            "LONGTEXT",
            "LONG",
            "LONG VARCHAR",
            "LONG VARBINARY",
            "BLOB",
            "BLOB(100)",
            "TINYBLOB",
            "LONGBLOB",
            "JSON",
            "GEOMETRY",
            "POINT",
            "GEOMETRYCOLLECTION",
            "ENUM('a','b','it''s')",
            "SET('x','y ') CHARACTER SET latin1",
            "ENUM('q') BINARY",
            "TEXT BYTE",
            "VARCHAR(3) COLLATE latin1_german1_ci");
    private static final List<String> CHARSETS = List.of("latin1", "utf8", "utf8mb4", "gbk", "ucs2", "binary", "ascii");
    private static final List<String> COLLATIONS =
            List.of("latin1_bin", "utf8_unicode_ci", "utf8mb4_bin", "gbk_chinese_ci", "utf8mb4_unicode_ci");
    private static final List<String> NAMES =
            List.of("a", "B", "c1", "`d e`", "1e", "f$", "`g``h`", "_i", "status", "name", "Ü");
    private static final int TABLES = 4;

    private final Random random;

    DdlGenerator(long seed) {
        this.random = new Random(seed);
    }

    List<String> statements(int count) {
        List<String> statements = new ArrayList<>(
                List.of("CREATE DATABASE gen DEFAULT CHARACTER SET latin1", "USE gen", "SET sql_mode = ''"));
        while (statements.size() < count) {
            switch (random.nextInt(22)) {
                case 0, 1, 2 -> {
                    String table = table();
                    statements.add("DROP TABLE IF EXISTS " + table);
                    statements.add(create(table));
                }
                case 3 -> statements.add("RENAME TABLE " + table() + " TO " + table() + (chance(2) ? "x" : ""));
                case 4 -> statements.add("DROP TABLE IF EXISTS " + table() + "x, " + table() + "x");
                case 5 -> statements.add("CREATE TABLE IF NOT EXISTS " + table() + " LIKE " + table());
                case 6 ->
                    statements.add("CREATE " + (chance(2) ? "UNIQUE " : "") + "INDEX " + name() + " ON " + table()
                            + " (" + name() + ")");
                case 7 -> statements.add("DROP INDEX " + name() + " ON " + table());
                case 8 ->
                    statements.add(
                            "SET sql_mode = '" + pick(List.of("", "ANSI_QUOTES", "REAL_AS_FLOAT", "MAXDB")) + "'");
                case 9 -> statements.add("ALTER DATABASE gen CHARACTER SET = " + pick(CHARSETS));
                default -> statements.add(alter());
            }
        }
        return statements;
    }

    private String create(String table) {
        List<String> elements = new ArrayList<>();
        for (String name : names(2 + random.nextInt(6))) {
            elements.add(column(name));
        }
        if (chance(3)) {
            elements.add("PRIMARY KEY (" + name() + ")");
        }
        if (chance(3)) {
            elements.add(key());
        }
        if (chance(5)) {
            elements.add(0, "id SERIAL");
        }
        return "CREATE TABLE " + table + " (" + String.join(", ", elements) + ")" + (chance(2) ? " " + charset() : "")
                + (chance(6) ? " COMMENT 'x' /*!50100 ROW_FORMAT = DYNAMIC */" : "");
    }

    private String alter() {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            parts.add(part());
        }
        return "ALTER TABLE " + table() + " " + String.join(", ", parts);
    }

    private String part() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2, 3 -> "ADD COLUMN " + column(name()) + place();
            case 4 -> "ADD (" + column(name()) + ", " + column(name()) + ")";
            case 5, 6 -> "DROP " + (chance(2) ? "COLUMN " : "") + name();
            case 7, 8 -> "MODIFY " + column(name()) + place();
            case 9, 10 -> "CHANGE " + name() + " " + column(name()) + place();
            case 11 -> "ALTER " + name() + (chance(2) ? " SET DEFAULT '1'" : " DROP DEFAULT");
            case 12 -> charset();
            case 13 -> "CONVERT TO CHARACTER SET " + pick(CHARSETS);
            case 14 -> "ADD " + key();
            default ->
                pick(List.of(
                        "DROP PRIMARY KEY", "DROP KEY " + name(), "RENAME INDEX " + name() + " TO " + name(), "FORCE"));
        };
    }

    private String column(String name) {
        return name + " " + pick(TYPES)
                + pick(List.of(
                        "",
                        "",
                        "",
                        " NOT NULL",
                        " NULL",
                        " NOT NULL DEFAULT '1'",
                        " DEFAULT NULL",
                        " DEFAULT '2020-01-01'",
                        " COMMENT 'it''s'",
                        " UNIQUE",
                        " NOT NULL PRIMARY KEY",
                        " DEFAULT CURRENT_TIMESTAMP",
                        " NULL DEFAULT NOW() ON UPDATE NOW()",
                        " COLLATE utf8_bin",
                        " /*!50000 NOT */ /*!99999 x */ NULL",
                        " GENERATED ALWAYS AS (1) STORED",
                        " AS ('1')"));
    }

    private String key() {
        return pick(List.of(
                        "UNIQUE", "UNIQUE KEY " + name(), "KEY", "INDEX " + name(), "CONSTRAINT " + name() + " UNIQUE"))
                + " (" + name() + (chance(3) ? ", " + name() : "") + ")";
    }

    private String charset() {
        return chance(3)
                ? "COLLATE = " + pick(COLLATIONS)
                : pick(List.of("DEFAULT CHARACTER SET ", "CHARSET = ", "DEFAULT CHARSET ")) + pick(CHARSETS);
    }

    private String place() {
        return pick(List.of("", "", " FIRST", " AFTER " + name(), " AFTER " + name()));
    }

    private List<String> names(int count) {
        List<String> left = new ArrayList<>(NAMES);
        java.util.Collections.shuffle(left, random);
        return left.subList(0, count);
    }

    private String name() {
        return pick(NAMES);
    }

    private String table() {
        return "t" + random.nextInt(TABLES);
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
