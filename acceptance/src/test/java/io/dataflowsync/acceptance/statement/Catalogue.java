package io.dataflowsync.acceptance.statement;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code information_schema} says of the tables of a schema, in words that 5.7 and 8.0 share.
 *
 * @param lines one for each table, column, part of a key and part of a foreign key
 */
record Catalogue(Set<String> lines) {
    private static final List<String> QUERIES = List.of(
            "SELECT 'table', table_name, table_collation, table_comment FROM information_schema.tables"
                    + " WHERE table_type = 'BASE TABLE' AND table_schema = '%s'",
            "SELECT 'column', table_name, ordinal_position, column_name, column_type, is_nullable,"
                    + " IF(generation_expression <> '', NULL, column_default),"
                    + " character_set_name, collation_name, extra, column_comment, generation_expression"
                    + " FROM information_schema.columns WHERE table_schema = '%s'",
            "SELECT 'key', table_name, index_name, non_unique, seq_in_index, column_name, IF(index_type = 'HASH', 'A', collation), sub_part, nullable,"
                    + " index_type, index_comment FROM information_schema.statistics WHERE table_schema = '%s'",
            "SELECT 'reference', k.table_name, k.constraint_name, k.ordinal_position, k.column_name,"
                    + " k.referenced_table_schema, k.referenced_table_name, k.referenced_column_name,"
                    + " REPLACE(r.update_rule, 'NO ACTION', 'RESTRICT'), REPLACE(r.delete_rule, 'NO ACTION', 'RESTRICT')"
                    + " FROM information_schema.key_column_usage k JOIN information_schema.referential_constraints r"
                    + " ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name"
                    + " AND r.table_name = k.table_name WHERE k.table_schema = '%1$s' AND k.referenced_table_schema = '%1$s'");

    private static final Pattern HEX = Pattern.compile("^0x([0-9A-F]+)$");

    static Catalogue of(Connection connection, String schema) throws SQLException {
        Set<String> lines = new TreeSet<>();
        for (String query : QUERIES) {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query.formatted(schema))) {
                while (row.next()) {
                    lines.add(line(row));
                }
            }
        }
        return new Catalogue(lines);
    }

    private static String line(ResultSet row) throws SQLException {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            line.append(i == 1 ? "" : " | ").append(inSharedWords(String.valueOf(row.getString(i))));
        }
        return line.toString();
    }

    /**
     * 8.0 says which defaults are computed, and of each text in an expression which character set it has; it escapes expressions once
     * more, shows defaults of bytes in digits, calls a type otherwise and has no character set where it is that of bytes. 5.7 shows a
     * member of an ENUM up to a zero only. How a MEMORY table keeps its keys goes with the engine.
     */
    private static String inSharedWords(String text) {
        return HEX.matcher(fromUtf8(text))
                .replaceAll(match -> Matcher.quoteReplacement(decoded(match.group(1))))
                .replaceAll("DEFAULT_GENERATED ?", "")
                .replaceAll("_[a-z0-9]+(\\\\*')", "$1")
                .replaceAll("\\\\+", "\\\\")
                .replace("\\'", "'")
                .replace("\0", "")
                .replace("\\0", "")
                .replaceAll("^geomcollection$", "geometrycollection")
                .replaceAll("^binary$", "null")
                .replaceAll("^HASH$", "BTREE");
    }

    /** 8.0 shows the letters of an expression as if its bytes were of latin1. */
    private static String fromUtf8(String text) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
            boolean lossless = new String(bytes, StandardCharsets.ISO_8859_1).equals(text);
            return lossless
                    ? StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString()
                    : text;
        } catch (CharacterCodingException e) {
            return text;
        }
    }

    private static String decoded(String digits) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i + 1 < digits.length(); i += 2) {
            text.append((char) Integer.parseInt(digits.substring(i, i + 2), 16));
        }
        return text.toString();
    }

    /** What only one of them has, each line with its side. */
    List<String> differencesTo(Catalogue other) {
        List<String> differences = new ArrayList<>();
        lines.stream().filter(line -> !other.lines.contains(line)).forEach(line -> differences.add("source: " + line));
        other.lines.stream().filter(line -> !lines.contains(line)).forEach(line -> differences.add("target: " + line));
        return differences;
    }
}
