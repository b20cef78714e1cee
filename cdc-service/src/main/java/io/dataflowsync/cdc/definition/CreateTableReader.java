package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.cdc.definition.TableOptions.Charset;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads a CREATE TABLE and makes the table. */
final class CreateTableReader {
    /** The engines that a server of 5.7 has; instead of any other one it may take its default engine. */
    private static final Set<String> ENGINES =
            Set.of("innodb", "myisam", "memory", "csv", "archive", "blackhole", "mrg_myisam", "ndbcluster");

    private final Clauses clauses;
    private final Tokens tokens;
    private final Workspace workspace;

    CreateTableReader(Clauses clauses, Workspace workspace) {
        this.clauses = clauses;
        this.tokens = clauses.tokens;
        this.workspace = workspace;
    }

    /** Reads what follows CREATE TABLE. */
    void read() {
        boolean ifNotExists = tokens.accept("if", "not", "exists");
        TableName name = clauses.names.read();
        if (ifNotExists && workspace.table(name).isPresent()) {
            tokens.skipToEnd();
            return;
        }
        boolean inParentheses = tokens.acceptSymbol('(');
        if (tokens.accept("like")) {
            TableName model = clauses.names.read();
            if (inParentheses) {
                tokens.expectSymbol(')');
            }
            createLike(name, model);
        } else if (inParentheses) {
            create(name);
        } else {
            throw tokens.unexpected("the columns of the table");
        }
    }

    private void createLike(TableName name, TableName model) {
        Optional<SourceTable> known = workspace.table(model);
        if (known.isPresent()) {
            workspace.createLike(known.get().named(name).withForeignKeys(List.of()), model);
        } else if (isFollowed(name)) {
            throw new UnclearException("the table " + model + " is not known");
        } else {
            workspace.add(Kind.CREATED, name);
        }
    }

    private boolean isFollowed(TableName name) {
        return workspace.tables().collation(name.schema()).isPresent();
    }

    private void create(TableName name) {
        List<ColumnSlot> slots = new ArrayList<>();
        TableElements elements = new TableElements();
        do {
            readElement(name, slots, elements);
        } while (tokens.acceptSymbol(','));
        tokens.expectSymbol(')');
        TableOptions options = readOptions(name);
        Optional<String> collation = collation(name, options);
        if (collation.isEmpty()) {
            workspace.add(Kind.CREATED, name);
            return;
        }
        workspace.create(table(name, slots, elements, collation.get(), engine(options)));
    }

    private void readElement(TableName name, List<ColumnSlot> slots, TableElements elements) {
        if (clauses.keys.atKey()) {
            clauses.keys.read(name.schema(), elements);
        } else {
            slots.add(new ColumnSlot(null, clauses.columns.read(tokens.name(), elements)));
        }
    }

    private TableOptions readOptions(TableName name) {
        Optional<String> ofSchema = workspace.tables().collation(name.schema());
        TableOptionsReader options = clauses.options(ofSchema);
        while (options.acceptOne()) {
            tokens.acceptSymbol(',');
        }
        if (options.options().charset() == Charset.UNSAID) {
            if (clauses.isPrintedWithoutCharset()) {
                workspace.setLikely("in the session's sql_mode the server logs a table that is made by LIKE or SELECT"
                        + " without its character set, and this statement names none");
            }
            ofSchema.ifPresent(
                    collation -> tokens.canonical().insert(tokens.canonical().size(), "COLLATE " + collation));
        }
        if (tokens.at("partition", "by")) {
            tokens.skipToEnd();
        }
        return options.options();
    }

    /** The collation of the table; none if it is the schema's and the schema is not captured. */
    private Optional<String> collation(TableName name, TableOptions options) {
        Optional<String> named = Optional.ofNullable(options.collation());
        return named.isPresent() ? named : workspace.tables().collation(name.schema());
    }

    private String engine(TableOptions options) {
        return Objects.requireNonNullElse(
                options.engine(), clauses.server.defaultEngine().toLowerCase(Locale.ROOT));
    }

    private SourceTable table(
            TableName name, List<ColumnSlot> slots, TableElements elements, String collation, String engine) {
        List<SourceColumn> columns = clauses.columnRules.resolve(slots, collation, null);
        List<SourceKey> keys = KeyRules.resolve(elements.keys(), columns);
        List<ForeignKey> references = List.of();
        if (!elements.foreignKeys().isEmpty() && !ENGINES.contains(engine)) {
            throw new UnclearException("it is not certain that the engine " + engine + " is there");
        }
        if (engine.equals("innodb")) {
            references = ForeignKeyRules.resolve(name, made(name, elements), List.of(), columns, workspace.tables());
        }
        return new SourceTable(name, PrimaryKeyRules.notNull(columns, keys), keys, references, collation, engine);
    }

    /** The foreign keys that InnoDB makes. */
    private List<ForeignKeyClause> made(TableName name, TableElements elements) {
        List<ForeignKeyClause> made = clauses.foreignKeyText(name.schema()).added();
        if (elements.hasAll(made)) {
            return elements.foreignKeys();
        }
        if (elements.foreignKeys().isEmpty()) {
            throw new UnclearException("InnoDB finds a foreign key that the statement does not have");
        }
        elements.writeInstead(made, ", ", tokens.canonical());
        return made;
    }
}
