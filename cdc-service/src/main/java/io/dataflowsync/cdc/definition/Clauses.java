package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.event.StatementSession;
import java.util.Optional;
import java.util.Set;

/** Holds the readers of clauses and the rules for one statement. */
final class Clauses {
    private static final Set<String> WITHOUT_CHARSET =
            Set.of("NO_TABLE_OPTIONS", "MYSQL323", "MYSQL40", "ANSI", "POSTGRESQL", "ORACLE", "MSSQL", "DB2", "MAXDB");

    final Tokens tokens;
    final StatementSession session;
    final SourceServer server;
    final TableNameReader names;
    final Collations collations;
    final CharsetReader charsets;
    final ColumnReader columns;
    final KeyReader keys;
    final ColumnRules columnRules;
    private final String sql;

    Clauses(String sql, Tokens tokens, TableNameReader names, SourceServer server, StatementSession session) {
        this.sql = sql;
        this.tokens = tokens;
        this.names = names;
        this.server = server;
        this.session = session;
        this.collations = new Collations(server);
        this.charsets = new CharsetReader(tokens, collations);
        boolean filled = !server.explicitDefaultsForTimestamp();
        ReferenceReader references = new ReferenceReader(tokens, names);
        TypeReader types = new TypeReader(tokens, charsets, session.sqlMode());
        this.columns = new ColumnReader(tokens, types, charsets, references, filled);
        this.keys = new KeyReader(tokens, references);
        this.columnRules = new ColumnRules(new TypeRules(collations), filled);
    }

    /**
     * The foreign keys as InnoDB finds them in the statement.
     *
     * @param schema the schema of the table that the statement is about
     */
    ForeignKeyText foreignKeyText(String schema) {
        return new ForeignKeyText(sql, names, schema);
    }

    /** Whether the server may have written the statement in the form of SHOW CREATE TABLE, in a mode that leaves out the character set. */
    boolean isPrintedWithoutCharset() {
        return session.sqlMode().stream().anyMatch(WITHOUT_CHARSET::contains)
                && sql.startsWith("CREATE TABLE ")
                && sql.contains(" (\n  ");
    }

    /** @param ofSchema the default collation of the table's schema; empty if it is not known */
    TableOptionsReader options(Optional<String> ofSchema) {
        return new TableOptionsReader(tokens, charsets, ofSchema);
    }
}
