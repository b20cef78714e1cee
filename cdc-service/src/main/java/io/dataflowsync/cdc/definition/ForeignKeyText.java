package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the foreign keys of a statement as InnoDB of 5.7 does: when a table is made, InnoDB searches the statement's text for them itself.
 *
 * <p>It removes every comment, a versioned one too, and leaves no blank in its place; two dashes begin a comment only before a blank. A
 * backslash escapes in all quotes. It does not find a rule after MATCH.
 */
final class ForeignKeyText {
    private final ForeignKeyWords words;
    private final TableNameReader names;
    private final String schema;
    private final List<ForeignKeyClause> added = new ArrayList<>();
    private final List<String> dropped;
    private final boolean alter;
    /** Whether one of them has MATCH. */
    private boolean matches;

    /** @param schema the schema of the table that the statement is about */
    ForeignKeyText(String sql, TableNameReader names, String schema) {
        this.names = names;
        this.schema = schema;
        this.dropped = dropped(new ForeignKeyWords(sql));
        this.words = new ForeignKeyWords(sql);
        this.alter = skipAlter();
        while (words.goToAny("CONSTRAINT", "FOREIGN")) {
            addNext();
        }
    }

    /** The foreign keys that InnoDB makes, in their order. */
    List<ForeignKeyClause> added() {
        return added;
    }

    /** The names of the foreign keys that InnoDB drops. */
    List<String> dropped() {
        return dropped;
    }

    /** Whether InnoDB finds the table of an ALTER TABLE; else it numbers foreign keys without a name from 1. */
    boolean isAlter() {
        return alter;
    }

    /** Whether InnoDB finds the same in both, and neither has a MATCH, after which only the server's parser finds rules. */
    boolean isLike(ForeignKeyText other) {
        return added.size() == other.added.size()
                && IntStream.range(0, added.size()).allMatch(i -> added.get(i).isLike(other.added.get(i)))
                && ColumnNames.keys(dropped).equals(ColumnNames.keys(other.dropped))
                && !matches
                && !other.matches;
    }

    private static List<String> dropped(ForeignKeyWords words) {
        List<String> names = new ArrayList<>();
        while (words.goToAny("DROP")) {
            boolean foreignKey = words.acceptApart("DROP") && words.acceptApart("FOREIGN");
            if (foreignKey && words.accept("KEY")) {
                names.add(words.name(true));
            }
        }
        return names;
    }

    private boolean skipAlter() {
        if (!words.accept("ALTER") || !words.accept("TABLE")) {
            return false;
        }
        boolean found = !words.name(false).isEmpty();
        if (words.acceptDot()) {
            words.name(false);
        }
        return found;
    }

    private void addNext() {
        String symbol = null;
        if (words.accept("CONSTRAINT")) {
            if (!words.isAtBlankOrQuote()) {
                return;
            }
            symbol = words.isNext("FOREIGN") ? null : words.name(false);
        }
        if (words.acceptApart("FOREIGN") && words.accept("KEY") && acceptColumns()) {
            added.add(read(symbol));
        }
    }

    private boolean acceptColumns() {
        if (words.accept("(")) {
            return true;
        }
        words.name(true);
        return words.accept("(");
    }

    private ForeignKeyClause read(@Nullable String symbol) {
        List<String> columns = columns();
        expect(words.acceptApart("REFERENCES"));
        TableName parent = readTable();
        expect(words.accept("("));
        List<String> parentColumns = columns();
        Rule onDelete = Rule.NO_ACTION;
        Rule onUpdate = Rule.NO_ACTION;
        while (words.accept("ON")) {
            if (words.accept("DELETE")) {
                onDelete = rule();
            } else {
                expect(words.accept("UPDATE"));
                onUpdate = rule();
            }
        }
        matches |= words.isNext("MATCH");
        return new ForeignKeyClause(symbol, null, columns, parent, parentColumns, onDelete, onUpdate);
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>();
        do {
            columns.add(words.name(true));
        } while (words.accept(","));
        expect(words.accept(")"));
        return columns;
    }

    private TableName readTable() {
        String first = words.name(false);
        if (words.acceptDot()) {
            return names.known(first, words.name(false));
        }
        int dot = first.indexOf('.');
        return dot < 0 ? names.known(schema, first) : names.known(first.substring(0, dot), first.substring(dot + 1));
    }

    private Rule rule() {
        if (words.accept("CASCADE")) {
            return Rule.CASCADE;
        }
        if (words.accept("SET")) {
            expect(words.accept("NULL"));
            return Rule.SET_NULL;
        }
        expect(words.accept("RESTRICT") || (words.accept("NO") && words.accept("ACTION")));
        return Rule.NO_ACTION;
    }

    private static void expect(boolean found) {
        if (!found) {
            throw new UnclearException("it is not certain how InnoDB reads a foreign key");
        }
    }
}
