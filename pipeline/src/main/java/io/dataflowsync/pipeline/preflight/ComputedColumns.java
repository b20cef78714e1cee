package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.contract.table.TableDefinition;
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
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the generated columns of a schema, and finds the stored ones whose values depend on the session that writes a row, or on the
 * server's version.
 */
public final class ComputedColumns {
    private static final String COLUMNS = """
            SELECT c.table_name, c.column_name, c.column_type, c.extra, c.generation_expression
            FROM information_schema.columns c
            WHERE c.table_schema = ? AND EXISTS (SELECT 1 FROM information_schema.columns g
            WHERE g.table_schema = c.table_schema AND g.table_name = c.table_name
            AND (g.extra LIKE '%STORED GENERATED%' OR g.extra LIKE '%VIRTUAL GENERATED%'))
            ORDER BY c.table_name, c.ordinal_position""";

    private static final String ZONE =
            "that depends on the session's time zone, and no event has the one of the source's session";
    private static final String NAMES = "that depends on the session's lc_time_names, and no event has them";
    private static final String PADDING =
            "that depends on PAD_CHAR_TO_FULL_LENGTH in the session's sql_mode, and no event has it";

    private static final String DOCUMENTS =
            "as text, which differs: 5.7 writes the number 30.0 of a document as 30, and a DECIMAL in it becomes a DOUBLE";
    private static final String GEOMETRY =
            "and 8.0 computes in the reference system of the value, with its axes and units, but 5.7 does not";
    private static final String NO_DAYS =
            "and whether 2020-02-31 is one depends on ALLOW_INVALID_DATES in the session's sql_mode, and no event has it";

    private static final String PATTERNS =
            "that 8.0 reads with other rules than 5.7: 8.0 uses the library ICU, and 5.7 the one of Henry Spencer";
    private static final String ZONES =
            "that depends on each server's time zone tables, and on the last year that it computes with";
    private static final String WEEKS =
            "whose first day depends on the session's default_week_format, and no event has it";
    private static final String BITS = "and for bytes 8.0 returns bytes, but 5.7 a BIGINT";

    private static final Pattern OF_DOCUMENTS = Pattern.compile("\\bjson_(?!object\\b|array\\b)\\w+\\s*\\(");
    private static final Pattern TO_DOCUMENTS = Pattern.compile("\\bjson_(?:object|array)\\s*\\(");
    /** A value from a document, as a number or unchanged: {@code cast(json_extract(`doc`, '$.n') as signed)}. */
    private static final Pattern PLAIN_VALUE =
            Pattern.compile("[\\s(]*(?:cast[\\s(]+)?(?:json_unquote[\\s(]+)?(?:json_extract[\\s(]+)?`[^`]+`"
                    + "(?:\\s*(?:,|->>?)\\s*(?:_\\w+\\s*)?\\\\?'[^']*')?[\\s)]*"
                    + "(?:as (?:signed|unsigned|decimal|double|float|real)\\b[\\w\\s(),]*)?");

    private static final Pattern UNQUOTED = Pattern.compile("\\bjson_unquote\\b|->>");
    /** A number that describes a document's shape. */
    private static final Pattern PLAIN_SHAPE = Pattern.compile(
            "[\\s(]*json_(?:length|depth|valid|contains_path)\\s*\\(\\s*`[^`]+`(?:\\s*,[^`()]*)?[\\s)]*");

    private static final Pattern OF_GEOMETRY = Pattern.compile("\\b(?:st_|mbr)\\w+\\s*\\(");
    private static final Pattern OF_DAYS =
            Pattern.compile("\\b(cast|convert|str_to_date|date|timestamp|to_days|to_seconds|year|month|day"
                    + "|dayofmonth|dayofweek|dayofyear|weekday|week|weekofyear|yearweek|quarter|last_day|date_format|datediff|timestampdiff"
                    + "|date_add|date_sub|adddate|subdate|addtime|extract)\\s*\\(");
    private static final Pattern AS_DAY = Pattern.compile(
            "\\bas (?:date|datetime|time)\\b|,\\s*(?:date|datetime|time)(?:\\s*\\(\\s*\\d\\s*\\))?\\s*$");
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
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");
    private static final Set<String> NUMBERS =
            Set.of("tinyint", "smallint", "mediumint", "int", "bigint", "decimal", "float", "double");

    private static final Pattern ZONED = Pattern.compile("\\b(from_unixtime|unix_timestamp)\\s*\\(");
    private static final Pattern NAMED = Pattern.compile("\\b(monthname|dayname)\\s*\\(");
    private static final Pattern FORMATTED = Pattern.compile("\\bdate_format\\s*\\(");
    private static final Pattern NAMES_IN_FORMAT = Pattern.compile("%[abMW]");
    private static final Pattern OF_PATTERNS = Pattern.compile("(?<!`)\\b(?:regexp|rlike)");
    private static final Pattern OF_ZONES = Pattern.compile("\\bconvert_tz\\s*\\(");
    private static final Pattern OF_WEEKS = Pattern.compile("\\bweek\\s*\\(");
    private static final Pattern PART_OF_WEEK = Pattern.compile("\\bextract\\s*\\(\\s*week\\b");
    private static final Pattern OF_BITS = Pattern.compile("\\bbit_count\\s*\\(|[&|^~]|<<|(?<!-)>>");
    private static final Pattern TO_BYTES = Pattern.compile("\\b(?:unhex|inet6_aton)\\s*\\(|(?<!`)\\bbinary\\b");

    /**
     * A column that depends on the session or the server.
     *
     * @param why the source of the value and the dependency, in words
     */
    record Doubtful(String table, String column, String type, String why) {}

    /**
     * A column.
     *
     * @param type the full type, {@code bigint(20) unsigned}
     * @param expression the expression that computes it, with the names of columns in back quotes; empty if it is not computed
     * @param stored whether the computed value is stored
     */
    public record Column(String name, String type, String expression, boolean stored) {
        private String dataType() {
            return type.split("[^A-Za-z]", 2)[0].toLowerCase(Locale.ROOT);
        }

        private boolean isStored() {
            return stored && !expression.isEmpty();
        }

        private boolean isVirtual() {
            return !stored && !expression.isEmpty();
        }

        private boolean isText() {
            return TEXTS.contains(dataType());
        }

        private boolean isDocument() {
            return dataType().equals("json");
        }

        private boolean isDay() {
            return DAYS.contains(dataType());
        }

        private boolean isBytes() {
            return BYTES.contains(dataType());
        }

        private boolean isNumber() {
            return NUMBERS.contains(dataType());
        }

        private boolean isIn(String text) {
            return text.contains("`" + name.toLowerCase(Locale.ROOT).replace("`", "``") + "`");
        }
    }

    private final Map<String, Map<String, Column>> tables = new LinkedHashMap<>();

    /** Stands for a schema that was not read. */
    public static final ComputedColumns NONE = new ComputedColumns();

    private ComputedColumns() {}

    static ComputedColumns of(Connection connection, String schema) throws SQLException {
        ComputedColumns columns = new ComputedColumns();
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS)) {
            statement.setString(1, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    String name = row.getString(2);
                    String expression = row.getString(5);
                    boolean isStored = row.getString(4).toUpperCase(Locale.ROOT).contains("STORED GENERATED");
                    columns.tables
                            .computeIfAbsent(row.getString(1), table -> new LinkedHashMap<>())
                            .put(
                                    name,
                                    new Column(name, row.getString(3), expression == null ? "" : expression, isStored));
                }
            }
        }
        return columns;
    }

    /** Returns the expression that computes a column, in the server's form; empty if the column is not computed. */
    Optional<String> expression(String table, String column) {
        return Optional.ofNullable(tables.get(table))
                .map(columns -> columns.get(column))
                .map(Column::expression)
                .filter(expression -> !expression.isEmpty());
    }

    boolean isStored(String table, String column) {
        return Optional.ofNullable(tables.get(table))
                .map(columns -> columns.get(column))
                .filter(Column::isStored)
                .isPresent();
    }

    /** Returns, for each table, the first column whose values depend on the session or the server. */
    List<Doubtful> doubtful() {
        return tables.entrySet().stream()
                .flatMap(table -> doubtful(table.getKey(), table.getValue()).stream())
                .toList();
    }

    /**
     * Explains why the target would compute a stored column differently from the source, after a statement has created it; empty if it
     * would not.
     *
     * @param table the target's table before the statement
     * @param made the columns that the statement creates or changes, with the target's names
     */
    public Optional<String> why(TableDefinition table, List<Column> made, Column column) {
        Map<String, Column> columns = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        table.columns().forEach(old -> columns.put(old.name(), new Column(old.name(), old.type(), "", false)));
        columns.putAll(tables.getOrDefault(table.name().table(), Map.of()));
        made.forEach(now -> columns.put(now.name(), now));
        return why(column, columns);
    }

    /** Whether a server, when it creates the column, writes the session's first day of a week into the expression. */
    public static boolean isOfWeekFormat(String expression) {
        String names = expression.toLowerCase(Locale.ROOT);
        return OF_WEEKS.matcher(names).results().anyMatch(week -> isOneArgument(arguments(names, week.end())));
    }

    private static boolean isOneArgument(String arguments) {
        int open = 0;
        for (int i = 0; i < arguments.length(); i++) {
            char character = arguments.charAt(i);
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && open == 0) {
                return false;
            }
        }
        return true;
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

    /** Checks the expression together with the virtual columns that it reads. A stored column that it reads is checked separately. */
    private static Optional<String> why(Column column, Map<String, Column> columns) {
        String names = column.expression().toLowerCase(Locale.ROOT);
        Stream<String> itself = Stream.of(
                        ofFunctions(column.expression(), names),
                        ofDocuments(column, names, columns),
                        ofGeometry(names),
                        ofDays(column, names, columns),
                        ofColumns(names, columns, "timestamp", ZONE),
                        ofColumns(names, columns, "char", PADDING),
                        ofBits(names, columns))
                .flatMap(Optional::stream);
        Map<String, Column> others = new LinkedHashMap<>(columns);
        others.values().remove(column);
        Stream<String> virtual = others.values().stream()
                .filter(other -> other.isVirtual() && other.isIn(names))
                .flatMap(other -> why(other, others).stream());
        return Stream.concat(itself, virtual).findFirst();
    }

    /**
     * Finds a value of a document that differs as text. A number that is itself the value of a document, or describes its shape, is the
     * same on both servers.
     */
    private static Optional<String> ofDocuments(Column column, String names, Map<String, Column> columns) {
        boolean isValue = column.isNumber()
                || column.isDocument() && !UNQUOTED.matcher(names).find();
        boolean isPlain = isValue
                && (PLAIN_VALUE.matcher(names).matches()
                        || PLAIN_SHAPE.matcher(names).matches());
        boolean isOfDocument = OF_DOCUMENTS.matcher(names).find()
                || !column.isDocument() && TO_DOCUMENTS.matcher(names).find()
                || columns.values().stream().anyMatch(other -> other.isDocument() && other.isIn(names));
        return isOfDocument && !isPlain
                ? Optional.of("from a value of a document when a row is written: " + DOCUMENTS)
                : Optional.empty();
    }

    private static Optional<String> ofBits(String names, Map<String, Column> columns) {
        boolean isOfBytes = TO_BYTES.matcher(names).find()
                || columns.values().stream().anyMatch(other -> other.isBytes() && other.isIn(names));
        return isOfBytes && OF_BITS.matcher(names).find()
                ? Optional.of("from bits of bytes when a row is written: " + BITS)
                : Optional.empty();
    }

    private static Optional<String> ofGeometry(String names) {
        return OF_GEOMETRY.matcher(names).find()
                ? Optional.of("from a geometry when a row is written: " + GEOMETRY)
                : Optional.empty();
    }

    /** Finds a date that is made from a text or from a value of a document, because it may be a date that does not exist. */
    private static Optional<String> ofDays(Column column, String names, Map<String, Column> columns) {
        boolean isDay = column.isDay()
                && columns.values().stream().noneMatch(other -> other.isDay() && other != column && other.isIn(names));
        String taken = isDay ? names : takenForDays(names);
        return columns.values().stream()
                .filter(other -> (other.isText() || other.isDocument()) && other.isIn(taken))
                .findFirst()
                .map(other -> "as a day from '" + other.name() + "' when a row is written: " + NO_DAYS);
    }

    /** Returns the arguments of the functions that take a date. */
    private static String takenForDays(String expression) {
        StringBuilder taken = new StringBuilder();
        Matcher function = OF_DAYS.matcher(expression);
        while (function.find()) {
            String inside = arguments(expression, function.end());
            boolean isCast =
                    function.group(1).equals("cast") || function.group(1).equals("convert");
            if (!isCast || AS_DAY.matcher(inside).find()) {
                taken.append(inside).append(' ');
            }
        }
        return taken.toString();
    }

    /** Returns the text between a parenthesis and its closing one. */
    private static String arguments(String expression, int begin) {
        int open = 1;
        int end = begin;
        while (end < expression.length() && open > 0) {
            open += expression.charAt(end) == '(' ? 1 : expression.charAt(end) == ')' ? -1 : 0;
            end++;
        }
        return expression.substring(begin, open > 0 ? end : end - 1);
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
        if (ZONED.matcher(names).find()) {
            return Optional.of("from a number of seconds when a row is written: " + ZONE);
        }
        if (OF_PATTERNS.matcher(names).find()) {
            return Optional.of("with a regular expression when a row is written, " + PATTERNS);
        }
        if (OF_ZONES.matcher(names).find()) {
            return Optional.of("with CONVERT_TZ when a row is written: " + ZONES);
        }
        return isOfWeekFormat(names) || PART_OF_WEEK.matcher(names).find()
                ? Optional.of("with a week when a row is written, " + WEEKS)
                : Optional.empty();
    }
}
