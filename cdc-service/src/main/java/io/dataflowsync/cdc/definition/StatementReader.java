package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.TableEffect.Kind;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Optional;

/** Reads a statement of any kind. */
final class StatementReader {
    private final Clauses clauses;
    private final Tokens tokens;
    private final Workspace workspace;

    StatementReader(Clauses clauses, Workspace workspace) {
        this.clauses = clauses;
        this.tokens = clauses.tokens;
        this.workspace = workspace;
    }

    void read() {
        if (tokens.isAtEnd() || OtherStatements.isNext(tokens)) {
            return;
        }
        if (tokens.accept("create")) {
            readCreate();
        } else if (tokens.accept("alter")) {
            readAlter();
        } else if (tokens.accept("drop")) {
            readDrop();
        } else if (tokens.accept("rename", "table") || tokens.accept("rename", "tables")) {
            readRename();
        } else if (tokens.accept("truncate")) {
            tokens.accept("table");
            workspace.add(Kind.TRUNCATED, clauses.names.read());
        } else {
            throw tokens.unexpected("a statement that is known");
        }
        acceptEnd();
        if (!tokens.isAtEnd()) {
            throw tokens.unexpected("the end of the statement");
        }
    }

    private void acceptEnd() {
        if (tokens.acceptSymbol(';')) {
            tokens.replaceLast("");
        }
    }

    private void readCreate() {
        if (tokens.accept("table")) {
            new CreateTableReader(clauses, workspace).read();
        } else if (isSchema()) {
            readSchema(true);
        } else {
            readCreateIndex();
        }
    }

    private void readCreateIndex() {
        String kind = tokens.acceptAny("unique", "fulltext", "spatial");
        tokens.expect("index");
        String index = tokens.name();
        clauses.keys.skipAlgorithm();
        tokens.expect("on");
        TableName table = clauses.names.read();
        AlterTableParts alteration = new AlterTableParts();
        List<SourceKey.Part> parts = clauses.keys.parts();
        alteration.elements.add("unique".equals(kind) ? KeyClause.unique(index, parts) : KeyClause.plain(index, parts));
        skipLock();
        new TableAlteration(clauses, workspace, table, alteration).apply();
    }

    private void skipLock() {
        while (tokens.accept("algorithm") || tokens.accept("lock")) {
            tokens.acceptSymbol('=');
            tokens.next();
        }
    }

    private void readAlter() {
        if (isSchema()) {
            readSchema(false);
            return;
        }
        tokens.expect("table");
        TableName table = clauses.names.read();
        AlterTableParts alteration = new AlterTableReader(clauses, table, workspace.tables()).read();
        new TableAlteration(clauses, workspace, table, alteration).apply();
    }

    private boolean isSchema() {
        return tokens.accept("database") || tokens.accept("schema");
    }

    private void readSchema(boolean create) {
        boolean ifNotExists = tokens.accept("if", "not", "exists");
        boolean named = create || (tokens.atName() && !isSchemaOption());
        String schema = named ? clauses.names.readSchema() : clauses.names.defaultSchema();
        if (tokens.at("upgrade")) {
            throw new UnclearException("UPGRADE DATA DIRECTORY NAME gives a schema another name");
        }
        TableOptionsReader options = clauses.options(Optional.empty());
        while (options.acceptOne()) {
            // the last one counts
        }
        String collation = options.options().collation();
        if (ifNotExists && workspace.tables().collation(schema).isPresent()) {
            return;
        }
        workspace.setSchema(schema, collation == null ? serverCollation() : collation);
    }

    private boolean isSchemaOption() {
        return tokens.at("charset") || tokens.at("char", "set");
    }

    private String serverCollation() {
        int number = clauses.session.serverCollation();
        return number == 0 ? clauses.server.serverCollation() : clauses.collations.numbered(number);
    }

    private void readDrop() {
        if (isSchema()) {
            tokens.accept("if", "exists");
            workspace.dropSchema(clauses.names.readSchema());
        } else if (tokens.accept("index")) {
            readDropIndex();
        } else if (tokens.accept("table") || tokens.accept("tables")) {
            tokens.accept("if", "exists");
            do {
                workspace.drop(clauses.names.read());
            } while (tokens.acceptSymbol(','));
            tokens.acceptAny("restrict", "cascade");
        } else {
            throw tokens.unexpected("what is dropped");
        }
    }

    private void readDropIndex() {
        AlterTableParts alteration = new AlterTableParts();
        alteration.droppedKeys.add(tokens.name());
        tokens.expect("on");
        TableName table = clauses.names.read();
        skipLock();
        new TableAlteration(clauses, workspace, table, alteration).apply();
    }

    private void readRename() {
        do {
            TableName from = clauses.names.read();
            tokens.expect("to");
            TableName to = clauses.names.read();
            workspace.rename(from, to);
            workspace.add(TableEffect.renamed(from, to, workspace.tables()));
        } while (tokens.acceptSymbol(','));
    }
}
