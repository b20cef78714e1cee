package io.dataflowsync.contract.preflight;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The generated columns of a schema, and those of them that are stored, and whose values depend on the session that writes a row. */
final class ComputedColumns {
    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.column_type, c.data_type, c.extra, c.generation_expression
            FROM information_schema.columns c
            WHERE c.table_schema = ? AND EXISTS (SELECT 1 FROM information_schema.columns g
            WHERE g.table_schema = c.table_schema AND g.table_name = c.table_name
            AND (g.extra LIKE '%STORED GENERATED%' OR g.extra LIKE '%VIRTUAL GENERATED%'))
            ORDER BY c.table_name, c.ordinal_position""";

    private static final String ZONE =
            "that depends on the session's time zone, and which one the source's session had is in no event";
    private static final String NAMES = "that depends on the session's lc_time_names, which are in no event";
    private static final String PADDING =
            "that depends on PAD_CHAR_TO_FULL_LENGTH in the session's sql_mode, which is in no event";

    private static final String DOCUMENTS =
            "as text, which differs: 5.7 writes the number 30.0 of a document as 30, and a DECIMAL in it becomes a DOUBLE";
    private static final String GEOMETRY =
            "and 8.0 reckons in the reference system of the value, by its axes and its measures, which 5.7 does not";
    private static final String NO_DAYS =
            "and whether 2020-02-31 is one depends on ALLOW_INVALID_DATES in the session's sql_mode, which is in no event";

    private static final Pattern OF_DOCUMENTS = Pattern.compile("\\bjson_\\w+\\s*\\(");
    private static final Pattern OF_GEOMETRY = Pattern.compile("\\b(?:st_|mbr)\\w+\\s*\\(");
    private static final Pattern OF_TEXTS = Pattern.compile(
            "\\b(?:(?:char_|character_|octet_|bit_)?length|crc32|locate|instr|strcmp|field|find_in_set|ord|ascii)\\s*\\(|\\b(?:like|regexp|rlike)\\b|[<>=]");
    private static final Pattern OF_DAYS =
            Pattern.compile("\\b(cast|str_to_date|date|timestamp|to_days|to_seconds|year|month|day"
                    + "|dayofmonth|dayofweek|dayofyear|weekday|week|weekofyear|yearweek|quarter|last_day|date_format|datediff|timestampdiff"
                    + "|date_add|date_sub|adddate|subdate|addtime|extract)\\s*\\(");
    private static final Pattern AS_DAY = Pattern.compile("\\bas (?:date|datetime|time)\\b");
    private static final Set<String> TEXTS = Set.of(
            "char",
            "varchar",
            "tinytext",
            "text",
            "mediumtext",
            "longtext",
            "binary",
            "varbinary",
            "tinyblob",
            "blob",
            "mediumblob",
            "longblob",
            "enum",
            "set");
    private static final Set<String> DAYS = Set.of("date", "datetime", "timestamp");

    private static final Pattern ZONED = Pattern.compile("\\b(from_unixtime|unix_timestamp)\\s*\\(");
    private static final Pattern NAMED = Pattern.compile("\\b(monthname|dayname)\\s*\\(");
    private static final Pattern FORMATTED = Pattern.compile("\\bdate_format\\s*\\(");
    private static final Pattern NAMES_IN_FORMAT = Pattern.compile("%[abMW]");

    /**
     * A column that depends on the session.
     *
     * @param why from what it is computed, and what that depends on, in words
     */
    record Doubtful(String table, String column, String type, String why) {}

    private record Column(String name, String type, String dataType, String extra, String expression) {
        boolean isStored() {
            return extra.contains("STORED GENERATED");
        }

        boolean isVirtual() {
            return extra.contains("VIRTUAL GENERATED");
        }

        boolean isText() {
            return TEXTS.contains(dataType);
        }

        boolean isDocument() {
            return dataType.equals("json");
        }

        boolean isDay() {
            return DAYS.contains(dataType);
        }

        boolean isIn(String text) {
            return text.contains("`" + name.toLowerCase(Locale.ROOT).replace("`", "``") + "`");
        }
    }

    private final Map<String, Map<String, Column>> tables = new LinkedHashMap<>();

    static final ComputedColumns NONE = new ComputedColumns();

    private ComputedColumns() {}

    static ComputedColumns of(Connection connection, String schema) throws SQLException {
        ComputedColumns columns = new ComputedColumns();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(2);
                    String expression = row.getString(6);
                    columns.tables
                            .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                            .put(
                                    name,
                                    new Column(
                                            name,
                                            row.getString(3),
                                            row.getString(4).toLowerCase(Locale.ROOT),
                                            row.getString(5).toUpperCase(Locale.ROOT),
                                            expression == null ? "" : expression));
                }
            }
        }
        return columns;
    }

    /** What a column is computed from, as the server writes it; empty where it is none. */
    Optional<String> expression(String table, String column) {
        return Optional.ofNullable(tables.get(table))
                .map(columns -> columns.get(column))
                .map(Column::expression)
                .filter(expression -> !expression.isEmpty());
    }

    /** The first of each table whose values depend on the session. */
    List<Doubtful> doubtful() {
        return tables.entrySet().stream()
                .flatMap(table -> doubtful(table.getKey(), table.getValue()).stream())
                .toList();
    }

    private static Optional<Doubtful> doubtful(String table, Map<String, Column> columns) {
        return columns.values().stream()
                .filter(Column::isStored)
                .flatMap(column ->
                        why(column, columns)
                                .map(why -> new Doubtful(table, column.name(), column.type(), why))
                                .stream())
                .findFirst();
    }

    /** A stored column among those that it is computed from is looked at for itself; a virtual one is computed with it. */
    private static Optional<String> why(Column column, Map<String, Column> columns) {
        String names = column.expression().toLowerCase(Locale.ROOT);
        Stream<String> itself = Stream.of(
                        ofFunctions(column.expression(), names),
                        ofDocuments(column, names, columns),
                        ofGeometry(names),
                        ofDays(column, names, columns),
                        ofColumns(names, columns, "timestamp", ZONE),
                        ofColumns(names, columns, "char", PADDING))
                .flatMap(Optional::stream);
        Stream<String> virtual = columns.values().stream()
                .filter(other -> other.isVirtual() && other != column && other.isIn(names))
                .flatMap(other -> why(other, columns).stream());
        return Stream.concat(itself, virtual).findFirst();
    }

    /** A number that is made of a value of a document, by way of its text too, is the same in both. */
    private static Optional<String> ofDocuments(Column column, String names, Map<String, Column> columns) {
        boolean isText = column.isText() || OF_TEXTS.matcher(names).find();
        boolean isOfDocument = OF_DOCUMENTS.matcher(names).find()
                || columns.values().stream().anyMatch(other -> other.isDocument() && other.isIn(names));
        return isText && isOfDocument
                ? Optional.of("from a value of a document when a row is written: " + DOCUMENTS)
                : Optional.empty();
    }

    private static Optional<String> ofGeometry(String names) {
        return OF_GEOMETRY.matcher(names).find()
                ? Optional.of("from a geometry when a row is written: " + GEOMETRY)
                : Optional.empty();
    }

    /** A text may name a day that there is not; so may a value of a document. */
    private static Optional<String> ofDays(Column column, String names, Map<String, Column> columns) {
        boolean isDay = column.isDay()
                && columns.values().stream().noneMatch(other -> other.isDay() && other != column && other.isIn(names));
        String taken = isDay ? names : takenForDays(names);
        return columns.values().stream()
                .filter(other -> (other.isText() || other.isDocument()) && other.isIn(taken))
                .findFirst()
                .map(other -> "as a day from '" + other.name() + "' when a row is written: " + NO_DAYS);
    }

    /** What stands in the parentheses of functions that take a day. */
    private static String takenForDays(String expression) {
        StringBuilder taken = new StringBuilder();
        Matcher function = OF_DAYS.matcher(expression);
        while (function.find()) {
            int open = 1;
            int end = function.end();
            while (end < expression.length() && open > 0) {
                open += expression.charAt(end) == '(' ? 1 : expression.charAt(end) == ')' ? -1 : 0;
                end++;
            }
            String inside = expression.substring(function.end(), end);
            if (!function.group(1).equals("cast") || AS_DAY.matcher(inside).find()) {
                taken.append(inside).append(' ');
            }
        }
        return taken.toString();
    }

    private static Optional<String> ofColumns(String names, Map<String, Column> columns, String type, String why) {
        return columns.values().stream()
                .filter(column -> column.dataType().equals(type) && !column.isVirtual() && column.isIn(names))
                .findFirst()
                .map(column -> "from the " + type.toUpperCase(Locale.ROOT) + " '" + column.name()
                        + "' when a row is written: " + why);
    }

    private static Optional<String> ofFunctions(String expression, String names) {
        boolean hasNames = NAMED.matcher(names).find()
                || FORMATTED.matcher(names).find()
                        && (!expression.contains("%")
                                || NAMES_IN_FORMAT.matcher(expression).find());
        if (hasNames) {
            return Optional.of("with names of months or days when a row is written: " + NAMES);
        }
        return ZONED.matcher(names).find()
                ? Optional.of("from a number of seconds when a row is written: " + ZONE)
                : Optional.empty();
    }
}
