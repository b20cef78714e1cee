package io.dataflowsync.dpu.schema;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.Identifiers;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.schema.TargetStatement.Condition;
import io.dataflowsync.pipeline.catalog.TypePair;
import io.dataflowsync.pipeline.preflight.ComputedColumns;
import io.dataflowsync.pipeline.preflight.ComputedColumns.Column;
import io.debezium.ddl.parser.mysql.generated.MySqlParser.FieldDefinitionContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Makes the conditions under which the target may compute a stored column.
 *
 * <p>If the target may compute other values than the source, its table must have no rows yet. Later rows are checked against the column, not
 * against the statement.
 */
final class StoredColumns {
    private static final Pattern CIPHERS =
            Pattern.compile("(?i)\\b(?:aes|des)_(?:en|de)crypt\\s*\\(|\\b(?:encrypt|password)\\s*\\(");
    private static final Pattern TEXTS_AND_NAMES = Pattern.compile("'(?:[^'\\\\]|''|\\\\.)*'|`(?:[^`]|``)*`");
    /** Two vertical bars are left out: they join texts, or are an OR of the numbers at the beginning of the texts. Neither compares texts. */
    private static final Pattern COMPARISON = Pattern.compile("[=<>!&^~%\"]|(?<!\\|)\\|(?!\\|)");

    private static final Pattern WORD = Pattern.compile("[a-z_$][\\w$]*");
    /** The words and functions that take the letters of texts as they are, or compute with numbers. */
    private static final Set<String> OF_LETTERS_ALONE = Set.of(
            "as",
            "abs",
            "cast",
            "ceil",
            "ceiling",
            "char_length",
            "character_length",
            "coalesce",
            "concat",
            "concat_ws",
            "decimal",
            "floor",
            "ifnull",
            "left",
            "ltrim",
            "mid",
            "null",
            "repeat",
            "reverse",
            "right",
            "round",
            "rtrim",
            "signed",
            "substr",
            "substring",
            "truncate",
            "unsigned");

    private final Ddl ddl;
    private final TargetIdentifiers names;
    private final TableName table;
    private final Optional<TableDefinition> definition;
    private final Optional<TableDefinition> target;
    private final ComputedColumns computed;
    private final List<Made> made = new ArrayList<>();
    private final Map<String, Given> given = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

    /**
     * The definition that the statement gives a column on both servers.
     *
     * @param former the name of the column on the target before the statement
     * @param whole whether the target has exactly this definition after the statement, with the character set of a text
     */
    private record Given(String former, boolean whole) {}

    /**
     * A column that the statement makes or alters.
     *
     * @param unless the state of the catalogue that shows that an operator has made it by hand
     */
    private record Made(Column column, Wanted unless) {}

    /**
     * @param definition the source's table after the statement
     * @param target the target's table before it
     * @param computed the target's computed columns before it
     */
    StoredColumns(
            Ddl ddl,
            TargetIdentifiers names,
            TableName table,
            Optional<TableDefinition> definition,
            Optional<TableDefinition> target,
            ComputedColumns computed) {
        this.ddl = ddl;
        this.names = names;
        this.table = table;
        this.definition = definition;
        this.target = target;
        this.computed = computed;
    }

    /**
     * Adds a new column.
     *
     * @param field its definition under the target's names
     */
    void add(String column, FieldDefinitionContext field) {
        make(column, field, new Wanted.Column(names.table(table), names.column(table, column), true));
    }

    /**
     * Adds an existing column, by its name after the statement.
     *
     * @param former its name on the target before the statement
     * @param field its definition under the target's names
     */
    void change(String column, String former, FieldDefinitionContext field) {
        make(column, field, Wanted.UNSEEN);
        given.put(names.onTopic(table, column), new Given(former, ColumnChanges.namesCharset(field)));
    }

    private void make(String column, FieldDefinitionContext field, Wanted unless) {
        requireIndependentOfSession(ddl, column, field);
        String type = definition
                .flatMap(after -> after.column(names.onTopic(table, column)))
                .map(ColumnDefinition::type)
                .orElseGet(() -> ddl.text(field.dataType()));
        made.add(new Made(
                new Column(names.column(table, column), type, expression(ddl, field), field.STORED_SYMBOL() != null),
                unless));
    }

    private static String expression(Ddl ddl, FieldDefinitionContext field) {
        return field.exprWithParentheses() == null ? "" : ddl.text(field.exprWithParentheses());
    }

    /**
     * Refuses a stored column whose values depend on a variable of the session that makes it, if the variable is not in the event.
     *
     * @throws RefusedException if the column is of this kind
     */
    static void requireIndependentOfSession(Ddl ddl, String column, FieldDefinitionContext field) {
        if (field.STORED_SYMBOL() != null && ComputedColumns.isOfWeekFormat(expression(ddl, field))) {
            throw RefusedException.ofRows("the column " + column
                    + " is made of WEEK with one argument, whose mode is the"
                    + " default_week_format of the session that made it, which is in no event: run the statement there by hand, with"
                    + " the mode that SHOW CREATE TABLE of the source has as the second argument, " + WayOn.PASS);
        }
    }

    /** The conditions that must hold before the statement is run. */
    List<Condition> conditions() {
        return made.stream()
                .filter(one -> one.column().stored())
                .flatMap(one -> why(one.column()).map(why -> noRows(one, why)).stream())
                .toList();
    }

    /**
     * The conditions that must hold before later rows are written, if an operator runs the statement: the table has no rows, or the column
     * is a plain one.
     */
    List<Condition> byHand() {
        return made.stream()
                .filter(one -> one.column().stored())
                .flatMap(one -> why(one.column()).map(why -> plainOrNoRows(one, why)).stream())
                .toList();
    }

    private Optional<String> why(Column column) {
        List<Column> columns = made.stream().map(Made::column).toList();
        return target.flatMap(there -> computed.why(there, columns, column)
                .or(() -> CIPHERS.matcher(column.expression()).find()
                        ? Optional.of("with a cipher that depends on the session, which is in no event")
                        : Optional.empty())
                .or(() -> unlike(there, column.expression())));
    }

    /** Describes the first column that the expression reads and whose value may differ between target and source. */
    private Optional<String> unlike(TableDefinition there, String expression) {
        String names = expression.toLowerCase(Locale.ROOT);
        boolean byBytesOrEquality = !isOfLettersAlone(names, there);
        return definition.stream()
                .flatMap(source -> source.columns().stream())
                .filter(source -> !source.generated())
                .filter(source -> isIn(names, this.names.columnOnTarget(table, source.name())))
                .flatMap(source -> unlike(there, source, byBytesOrEquality).stream())
                .findFirst();
    }

    private Optional<String> unlike(TableDefinition there, ColumnDefinition source, boolean byBytesOrEquality) {
        String name = names.columnOnTarget(table, source.name());
        Given same = given.get(source.name());
        if (same != null && !source.baseType().equals("json")) {
            // A text whose definition names no character set gets that of its table, which may differ on the target.
            boolean isAlike = same.whole() || source.collation().isEmpty() || !byBytesOrEquality;
            return isAlike
                    ? Optional.empty()
                    : Optional.of("from " + Identifiers.quoted(name)
                            + ", which gets the character set of the table there by this statement");
        }
        return there.column(same == null ? name : same.former())
                .filter(other -> other.baseType().equals("json")
                        || !new TypePair(source, other).isComputedWithAlike(byBytesOrEquality))
                .map(other -> "from " + Identifiers.quoted(name) + ", which is " + described(other) + " there and "
                        + described(source) + " in the source");
    }

    /** Whether an expression neither compares texts nor reads their bytes, so that their character sets and collations do not matter. */
    private static boolean isOfLettersAlone(String expression, TableDefinition there) {
        String words = TEXTS_AND_NAMES.matcher(expression).replaceAll(" ");
        return !COMPARISON.matcher(words).find()
                && WORD.matcher(words)
                        .results()
                        .map(MatchResult::group)
                        .allMatch(word -> OF_LETTERS_ALONE.contains(word)
                                || there.column(word).isPresent());
    }

    private static boolean isIn(String names, String column) {
        return names.contains(Identifiers.quoted(column).toLowerCase(Locale.ROOT))
                || Pattern.compile("(?<![\\w$])" + Pattern.quote(column.toLowerCase(Locale.ROOT)) + "(?![\\w$])")
                        .matcher(names)
                        .find();
    }

    private static String described(ColumnDefinition column) {
        return column.type() + (column.collation().isEmpty() ? "" : " with " + column.collation());
    }

    private Condition noRows(Made one, String why) {
        return condition(one, why, "", one.unless());
    }

    private Condition plainOrNoRows(Made one, String why) {
        String isPlain = " WHERE NOT EXISTS (SELECT 1 FROM information_schema.columns WHERE table_schema = "
                + TargetIdentifiers.text(names.targetSchema()) + " AND table_name = "
                + TargetIdentifiers.text(names.table(table))
                + " AND column_name = "
                + TargetIdentifiers.text(one.column().name()) + " AND generation_expression = '')";
        return condition(one, why, isPlain, Wanted.UNSEEN);
    }

    private Condition condition(Made one, String why, String where, Wanted unless) {
        String there = names.quotedTable(table);
        return new Condition(
                "SELECT 1 FROM " + there + where + " LIMIT 1",
                "the column " + Identifiers.quoted(one.column().name()) + " may get other values in the rows of "
                        + there
                        + " than the source's rows have: the target computes it " + why + ". "
                        + WayOn.deleteAndReadAgain(there)
                        + ". Or make it a plain column there by hand, with the values that the source's rows have, "
                        + WayOn.PASS,
                unless);
    }
}
