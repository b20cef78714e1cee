package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.AlterTableParts.ColumnChange;
import io.dataflowsync.cdc.definition.AlterTableParts.Place;
import io.dataflowsync.cdc.definition.ColumnClause.Fallback;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the parts of an ALTER TABLE. */
final class AlterTableReader {
    private static final List<String> PARTITION_WORDS = List.of(
            "partition",
            "remove",
            "reorganize",
            "coalesce",
            "truncate",
            "analyze",
            "check",
            "optimize",
            "rebuild",
            "repair");

    private final Clauses clauses;
    private final Tokens tokens;
    private final TableName table;
    private final KnownDefinitions before;
    private final TableOptionsReader options;
    private final AlterTableParts alteration = new AlterTableParts();

    AlterTableReader(Clauses clauses, TableName table, KnownDefinitions before) {
        this.clauses = clauses;
        this.tokens = clauses.tokens;
        this.table = table;
        this.before = before;
        this.options = clauses.options(before.collation(table.schema()));
    }

    AlterTableParts read() {
        while (!tokens.isAtEnd() && !tokens.atSymbol(';')) {
            alteration.parts++;
            readPart();
            tokens.acceptSymbol(',');
        }
        alteration.options = options.options();
        return alteration;
    }

    private void readPart() {
        if (tokens.accept("add")) {
            readAdd();
        } else if (tokens.accept("drop")) {
            readDrop();
        } else if (tokens.accept("change")) {
            tokens.accept("column");
            String name = tokens.name();
            readColumn(name, tokens.name());
        } else if (tokens.accept("modify")) {
            tokens.accept("column");
            String name = tokens.name();
            readColumn(name, name);
        } else if (tokens.accept("alter")) {
            readDefault();
        } else if (tokens.accept("rename")) {
            readRename();
        } else if (tokens.accept("convert", "to")) {
            readConvert();
        } else {
            readOther();
        }
    }

    private void readAdd() {
        if (tokens.at("partition")) {
            tokens.skipToEnd();
            return;
        }
        if (clauses.keys.atKey()) {
            clauses.keys.read(table.schema(), alteration.elements);
            return;
        }
        tokens.accept("column");
        if (!tokens.acceptSymbol('(')) {
            readColumn(null, tokens.name());
            return;
        }
        alteration.inParentheses = true;
        do {
            if (clauses.keys.atKey()) {
                clauses.keys.read(table.schema(), alteration.elements);
            } else {
                ColumnClause clause = clauses.columns.read(tokens.name(), alteration.elements);
                alteration.columns.add(new ColumnChange(null, clause, null));
            }
        } while (tokens.acceptSymbol(','));
        tokens.expectSymbol(')');
    }

    private void readColumn(@Nullable String name, String newName) {
        ColumnClause clause = clauses.columns.read(newName, alteration.elements);
        Place place = null;
        if (tokens.accept("first")) {
            place = new Place(null);
        } else if (tokens.accept("after")) {
            place = new Place(tokens.name());
        }
        alteration.columns.add(new ColumnChange(name, clause, place));
    }

    private void readDrop() {
        if (tokens.accept("primary", "key")) {
            alteration.droppedKeys.add(SourceKey.PRIMARY);
        } else if (tokens.accept("foreign", "key")) {
            alteration.droppedForeignKeys.add(tokens.name());
        } else if (tokens.accept("index") || tokens.accept("key")) {
            alteration.droppedKeys.add(tokens.name());
        } else if (tokens.at("partition")) {
            tokens.skipToEnd();
        } else {
            tokens.accept("column");
            alteration.droppedColumns.add(tokens.name());
            tokens.acceptAny("restrict", "cascade");
        }
    }

    private void readDefault() {
        tokens.accept("column");
        String column = tokens.name();
        boolean has = false;
        if (tokens.accept("set")) {
            tokens.expect("default");
            has = new DefaultReader(tokens).read() == Fallback.VALUE;
        } else {
            tokens.expect("drop", "default");
        }
        alteration.defaults.put(ColumnNames.key(column), has);
    }

    private void readRename() {
        if (tokens.accept("index") || tokens.accept("key")) {
            String name = tokens.name();
            tokens.expect("to");
            alteration.renamedKeys.put(ColumnNames.key(name), tokens.name());
            return;
        }
        if (tokens.acceptSymbol('=')) {
            tokens.replaceLast("TO");
        } else {
            tokens.acceptAny("to", "as");
        }
        alteration.newName = clauses.names.read();
    }

    private void readConvert() {
        if (!clauses.charsets.acceptCharset()) {
            throw tokens.unexpected("CHARACTER SET");
        }
        String collation;
        if (tokens.accept("default")) {
            collation = collationOfSession();
            String charset = Collations.charset(collation);
            tokens.replaceLast(tokens.at("collate") ? charset : charset + " COLLATE " + collation);
        } else {
            collation = clauses.charsets.charset();
            if (CharsetReader.isOtherInLater(collation) && !tokens.at("collate")) {
                tokens.canonical().insert(tokens.canonical().size(), "COLLATE " + collation);
            }
        }
        if (tokens.accept("collate")) {
            collation = clauses.charsets.collate();
        }
        alteration.converted = collation;
        options.setCollation(collation);
    }

    /**
     * Finds the meaning of the word DEFAULT, whatever the table's schema is: the session's {@code collation_database}.
     *
     * <p>The binlog contains it only if it differs from that of the default schema as the session knew it. A session that was opened
     * before the schema got another collation still knows the former one.
     */
    private String collationOfSession() {
        int number = clauses.session.databaseCollation();
        if (number != 0) {
            return clauses.collations.numbered(number);
        }
        String schema = clauses.names.defaultSchema();
        alteration.likely =
                "CHARACTER SET DEFAULT means the collation_database of the source's session, which the binlog does not contain";
        return before.collation(schema)
                .orElseThrow(() -> new UnclearException("the collation of the schema " + schema + " is not known"));
    }

    private void readOther() {
        if (tokens.accept("exchange", "partition")) {
            tokens.name();
            tokens.expect("with", "table");
            alteration.exchanged = clauses.names.read();
            tokens.skipToEnd();
        } else if (tokens.atAny(PARTITION_WORDS) || tokens.at("upgrade", "partitioning") || isTablespace()) {
            tokens.skipToEnd();
        } else if (tokens.accept("order", "by")) {
            readOrder();
        } else if (!isSwitch() && !options.acceptOne()) {
            throw tokens.unexpected("a part of ALTER TABLE");
        }
    }

    private boolean isTablespace() {
        return tokens.at("discard") || tokens.at("import");
    }

    private void readOrder() {
        do {
            do {
                tokens.name();
            } while (tokens.acceptSymbol('.'));
            tokens.acceptAny("asc", "desc");
        } while (tokens.atSymbol(',') && isOrderColumn() && tokens.acceptSymbol(','));
    }

    /** Whether another column of ORDER BY follows. ORDER BY has commas, as the parts have: its last column is the one before another part. */
    private boolean isOrderColumn() {
        Token after = tokens.peek(2);
        return after.isSymbol(',')
                || after.isSymbol('.')
                || after.is(Token.Kind.END)
                || after.isWord("asc")
                || after.isWord("desc");
    }

    /** Reads an option for how the server alters the table; it does not change the result. */
    private boolean isSwitch() {
        if (tokens.accept("algorithm") || tokens.accept("lock")) {
            alteration.parts--;
            tokens.acceptSymbol('=');
            tokens.next();
            return true;
        }
        return tokens.accept("force")
                || tokens.accept("enable", "keys")
                || tokens.accept("disable", "keys")
                || tokens.accept("with", "validation")
                || tokens.accept("without", "validation");
    }
}
