package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Family;
import io.dataflowsync.sandbox.fuzz.model.FuzzColumnType;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** Makes every column type of 5.7, with values at its limits. */
final class ColumnTypes {
    private static final List<String> CHARSETS =
            List.of("utf8mb4", "utf8mb4", "latin1", "utf8", "gbk", "cp1251", "ucs2", "ascii", "utf16");

    private ColumnTypes() {}

    /** An integer type for keys. */
    static FuzzColumnType key(Pick pick) {
        return integer(
                pick.of("INT", "INT", "INT UNSIGNED", "BIGINT", "BIGINT UNSIGNED", "MEDIUMINT", "SMALLINT UNSIGNED"),
                1,
                60);
    }

    /** An integer type with few values, so that statements find rows by it. */
    static FuzzColumnType small() {
        return integer("INT", 0, 30);
    }

    private static FuzzColumnType integer(String sql, int least, int most) {
        return new FuzzColumnType(sql, Family.INTEGER, true, r -> String.valueOf(least + r.nextInt(most - least + 1)));
    }

    /** A text type that may be a key. */
    static FuzzColumnType shortText(Pick pick) {
        String charset = pick.of(CHARSETS);
        int length = pick.between(6, 24);
        String type = pick.chance(30) ? "CHAR" : "VARCHAR";
        return new FuzzColumnType(
                type + "(" + length + ") CHARACTER SET " + charset + collation(charset, pick),
                Family.TEXT,
                true,
                RandomTexts.of(charset, length));
    }

    /** A text type with the table's own character set, whatever that is or will be. */
    static FuzzColumnType inheritingText(Pick pick) {
        int length = pick.between(8, 30);
        return new FuzzColumnType("VARCHAR(" + length + ")", Family.TEXT, true, RandomTexts.of("latin1", length));
    }

    private static String collation(String charset, Pick pick) {
        if (charset.equals("utf8mb4")) {
            return " COLLATE " + pick.of("utf8mb4_general_ci", "utf8mb4_unicode_ci", "utf8mb4_bin");
        }
        return pick.chance(40) ? " COLLATE " + charset + "_bin" : "";
    }

    /** Any type. */
    static FuzzColumnType any(Pick pick) {
        return switch (pick.between(0, 7)) {
            case 0, 1 -> number(pick);
            case 2, 3 -> pick.chance(70) ? shortText(pick) : inheritingText(pick);
            case 4 -> time(pick);
            case 5 -> bytes(pick);
            case 6 -> listed(pick);
            default -> large(pick);
        };
    }

    private static FuzzColumnType number(Pick pick) {
        return switch (pick.between(0, 11)) {
            case 0 -> listed("TINYINT", "0", "-128", "127", "1");
            case 1 -> listed("SMALLINT UNSIGNED", "0", "65535", "7");
            case 2 -> listed("BIGINT", "-9223372036854775808", "9223372036854775807", "0");
            case 3 -> listed("BIGINT UNSIGNED", "18446744073709551615", "0", "9");
            case 4 -> listed("INT(6) UNSIGNED ZEROFILL", "7", "4294967295", "0");
            case 5 ->
                listed(
                        "DECIMAL(65,30)",
                        "12345678901234567890123456789012345.123456789012345678901234567891",
                        "-0.1",
                        "0");
            case 6 -> listed("DECIMAL(10,2)", "-99999999.99", "1.5", "0");
            case 7 -> listed("FLOAT", "1.1", "-3.402823e38", "0.1", "16777217");
            case 8 -> listed("DOUBLE", "0.1", "1e308", "-2.2250738585072014e-308", "3.141592653589793");
            case 9 -> listed("BIT(1)", "b'1'", "b'0'");
            case 10 -> listed("BIT(13)", "b'1010101010101'", "0", "5");
            default -> listed("TINYINT(1)", "0", "1", "2");
        };
    }

    private static FuzzColumnType time(Pick pick) {
        return switch (pick.between(0, 7)) {
            case 0 -> listed("DATE", "'2024-02-29'", "'1000-01-01'", "'9999-12-31'");
            case 1 -> listed("TIME", "'-838:59:59'", "'838:59:59'", "'00:00:00'");
            case 2 -> listed("TIME(6)", "'-00:00:00.000001'", "'25:00:00.5'");
            case 3 -> listed("DATETIME", "'2024-02-29 23:59:59'", "'1000-01-01 00:00:00'");
            case 4 -> listed("DATETIME(6)", "'2024-03-31 02:30:00.123456'", "'9999-12-31 23:59:59.999999'");
            case 5 ->
                listed(
                        "TIMESTAMP NULL",
                        false,
                        "'2024-07-01 12:00:00'",
                        "'1971-01-02 00:00:01'",
                        "'2037-12-31 23:00:00'");
            case 6 -> listed("TIMESTAMP(3) NULL", false, "'2024-10-27 02:30:00.125'", "'2001-01-01 00:00:00'");
            default -> listed("YEAR", "2024", "1901", "2155");
        };
    }

    private static FuzzColumnType bytes(Pick pick) {
        return pick.chance(50)
                ? new FuzzColumnType("BINARY(6)", Family.BINARY, false, bytes(6))
                : new FuzzColumnType("VARBINARY(20)", Family.BINARY, false, bytes(12));
    }

    /** A binary type for keys. */
    static FuzzColumnType byteKey() {
        return new FuzzColumnType("VARBINARY(16)", Family.BINARY, false, bytes(8));
    }

    private static Function<Random, String> bytes(int most) {
        return random -> {
            StringBuilder hex = new StringBuilder("X'");
            for (int i = random.nextInt(most + 1); i > 0; i--) {
                hex.append(String.format("%02X", random.nextInt(256)));
            }
            return hex.append("'").toString();
        };
    }

    private static FuzzColumnType listed(Pick pick) {
        return pick.chance(50)
                ? listed("ENUM('a','B','é c','')", "'a'", "'B'", "'é c'", "''")
                : listed("SET('x','y','é')", "''", "'x'", "'x,é'", "'x,y,é'");
    }

    private static FuzzColumnType large(Pick pick) {
        String charset = pick.of(CHARSETS);
        return switch (pick.between(0, 4)) {
            case 0 ->
                new FuzzColumnType("TEXT CHARACTER SET " + charset, Family.LARGE, false, RandomTexts.of(charset, 200));
            case 1 -> new FuzzColumnType("MEDIUMTEXT", Family.LARGE, false, RandomTexts.of("latin1", 100));
            case 2 -> new FuzzColumnType("BLOB", Family.LARGE, false, bytes(40));
            case 3 ->
                large("JSON", "'{\"a\": [1, 2.5, null, \"é\"]}'", "'[]'", "'\"text\"'", "'{\"k\": {\"b\": true}}'");
            default -> large("POINT", "ST_GeomFromText('POINT(1 -2.5)')", "ST_GeomFromText('POINT(0 0)', 4326)");
        };
    }

    private static FuzzColumnType large(String sql, String... values) {
        return new FuzzColumnType(sql, Family.LARGE, false, r -> values[r.nextInt(values.length)]);
    }

    private static FuzzColumnType listed(String sql, String... values) {
        return listed(sql, true, values);
    }

    private static FuzzColumnType listed(String sql, boolean hasDefault, String... values) {
        return new FuzzColumnType(sql, Family.SCALAR, hasDefault, r -> values[r.nextInt(values.length)]);
    }
}
