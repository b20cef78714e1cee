package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Members;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.ColumnAttributeContext;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds the value that existing rows get in a new column.
 *
 * @param sql the value as SQL, in the session of the statement
 * @param asWritten the value as the statement writes it
 * @param plain whether the value does not depend on the moment at which a row is written
 */
record Fill(String sql, String asWritten, boolean plain) {
    static final Pattern NUMBER = Pattern.compile(
            "(?is)(tinyint|smallint|mediumint|int|integer|bigint|decimal|dec|numeric|fixed|float|double|real|bit|bool).*");
    static final Pattern TEXT = Pattern.compile("(?is)(.*char|.*text|.*binary|.*blob).*");
    static final Pattern MEMBERS = Pattern.compile("(?is)(enum|set)\\b.*");
    private static final Pattern TIME = Pattern.compile("(?is)time\\b.*");
    private static final Pattern YEAR = Pattern.compile("(?is)year\\b.*");
    private static final Pattern ENUM = Pattern.compile("(?is)enum\\b.*");
    private static final Pattern ROUNDED = Pattern.compile("(?is)(decimal|dec|numeric|fixed|float|double|real)\\b.*");
    private static final Pattern PADDED = Pattern.compile("(?is)(national +)?n?char(acter)?\\b(?! +varying).*");
    private static final Pattern BYTES = Pattern.compile("(?is)(binary) *(\\( *[0-9]+ *\\))?");
    private static final Pattern LITERAL = Pattern.compile("(?s)'((?:[^']|'')*)'");
    private static final Pattern CLOCK = Pattern.compile("(?is)CURRENT_TIMESTAMP.*|NOW.*|LOCAL.*");
    private static final Pattern NOT_KNOWN = Pattern.compile("(?is)\\(.*|.*0000-00.*");

    /** The value of a column; empty if no SQL text states it. */
    static Optional<Fill> of(Ddl ddl, FieldDefinitionContext field, Optional<ColumnDefinition> column) {
        if (field.AS_SYMBOL() != null) {
            return Optional.empty();
        }
        String type = ddl.text(field.dataType());
        List<String> members = column.map(Members::of).orElse(List.of());
        boolean isNullable = true;
        for (ColumnAttributeContext attribute : field.columnAttribute()) {
            String text = ddl.text(attribute).trim();
            if (attribute.DEFAULT_SYMBOL() != null) {
                String value = text.substring("DEFAULT".length()).trim();
                return NOT_KNOWN.matcher(value).matches()
                        ? Optional.empty()
                        : Optional.of(new Fill(
                                stored(value, type, members),
                                value,
                                !CLOCK.matcher(value).matches()));
            }
            isNullable &= !text.replaceAll("\\s+", "").equalsIgnoreCase("NOTNULL");
        }
        return isNullable ? Optional.of(of("NULL")) : implicit(type, members);
    }

    private static Fill of(String sql) {
        return new Fill(sql, sql, true);
    }

    private static Optional<Fill> implicit(String type, List<String> members) {
        if (NUMBER.matcher(type).matches() || YEAR.matcher(type).matches()) {
            return Optional.of(of("0"));
        } else if (TIME.matcher(type).matches()) {
            return Optional.of(of("'00:00:00'"));
        } else if (ENUM.matcher(type).matches()) {
            return members.stream().findFirst().map(first -> of(TargetIdentifiers.text(first)));
        }
        return TEXT.matcher(type).matches() || MEMBERS.matcher(type).matches()
                ? Optional.of(new Fill(stored("''", type, members), "''", true))
                : Optional.empty();
    }

    /**
     * SQL for a default as a column of the type stores it: a FLOAT cannot have exactly 0.1, an ENUM has the spelling of its member, and a
     * CHAR no blanks at its end.
     */
    private static String stored(String value, String type, List<String> members) {
        if (value.equalsIgnoreCase("NULL")) {
            return value;
        } else if (ROUNDED.matcher(type).matches()) {
            return "(SELECT v FROM JSON_TABLE(JSON_ARRAY(" + value + "), '$[0]' COLUMNS (v " + type
                    + " PATH '$')) AS s)";
        } else if (PADDED.matcher(type).matches()) {
            return "TRIM(TRAILING ' ' FROM " + value + ")";
        }
        Matcher bytes = BYTES.matcher(type);
        if (bytes.matches()) {
            return "CAST(" + value + " AS BINARY" + (bytes.group(2) == null ? "(1)" : bytes.group(2)) + ")";
        }
        Matcher literal = LITERAL.matcher(value);
        return MEMBERS.matcher(type).matches() && literal.matches()
                ? TargetIdentifiers.text(member(
                        literal.group(1).replace("''", "'").replace("\\\\", "\\"),
                        ENUM.matcher(type).matches(),
                        members))
                : value;
    }

    private static String member(String text, boolean one, List<String> members) {
        Function<String, String> spelled = word -> Stream.concat(
                        members.stream().filter(word::equals), members.stream().filter(word::equalsIgnoreCase))
                .findFirst()
                .orElse(word);
        return one
                ? spelled.apply(text.stripTrailing())
                : Stream.of(text.split(","))
                        .map(spelled)
                        .distinct()
                        .sorted(Comparator.comparingInt(members::indexOf))
                        .collect(Collectors.joining(","));
    }
}
