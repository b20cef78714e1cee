package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.event.StatementSession;
import org.jspecify.annotations.Nullable;

/** Reads a statement of the binlog: which tables there are after it. */
public final class DefinitionReader {
    private final SourceServer server;

    public DefinitionReader(SourceServer server) {
        this.server = server;
    }

    /**
     * Reads one statement.
     *
     * @param before the tables before it; one that is missing there is not followed
     * @param session the session that ran it
     * @throws UnreadableStatementException where it is not certain what the statement does
     */
    public Reading read(Definitions before, String sql, StatementSession session) throws UnreadableStatementException {
        Lexer lexer = new Lexer(sql, server.version(), session.ansiQuotes(), session.noBackslashEscapes());
        Tokens tokens = new Tokens(lexer, new CanonicalText(session.sqlMode().contains("IGNORE_SPACE")));
        TableNames names = new TableNames(tokens, session.schema(), server.lowerCaseTableNames(), before);
        Workspace workspace = new Workspace(before);
        try {
            new StatementReader(new Clauses(sql, tokens, names, server, session), workspace).read();
        } catch (UnclearException e) {
            throw new UnreadableStatementException(String.valueOf(e.getMessage()), names.mentioned(), rest(tokens));
        }
        tokens.canonical().settle(workspace::changedColumn);
        return workspace.reading(tokens.canonical().toString());
    }

    /** The canonical form of a statement that cannot be read further; null where it cannot even be cut into tokens. */
    private static @Nullable String rest(Tokens tokens) {
        try {
            tokens.skipToEnd();
            return tokens.canonical().toString();
        } catch (UnclearException e) {
            return null;
        }
    }
}
