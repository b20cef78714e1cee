package io.dataflowsync.cdc.definition;

import io.dataflowsync.contract.event.DdlStatement;
import io.dataflowsync.contract.event.StatementSession;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a statement of the binlog, and returns the tables after it. */
public final class DefinitionReader {
    private static final Pattern MAY_REFER = Pattern.compile("FOREIGN", Pattern.CASE_INSENSITIVE);

    private final SourceServer server;

    public DefinitionReader(SourceServer server) {
        this.server = server;
    }

    /**
     * Reads one statement.
     *
     * @param before the tables before it; a missing table is not captured
     * @param session the session that ran it
     * @throws UnreadableStatementException if the effect of the statement is not certain
     */
    public Reading read(KnownDefinitions before, String sql, StatementSession session)
            throws UnreadableStatementException {
        Lexer lexer = new Lexer(sql, server.version(), session.ansiQuotes(), session.noBackslashEscapes());
        Tokens tokens = new Tokens(lexer, new CanonicalText(session.sqlMode().contains("IGNORE_SPACE")));
        TableNameReader names = new TableNameReader(tokens, session.schema(), server.lowerCaseTableNames(), before);
        Workspace workspace = new Workspace(before);
        try {
            new StatementReader(new Clauses(sql, tokens, names, server, session), workspace).read();
            if (isOfOtherBytes(tokens, session)) {
                throw new UnclearException(
                        "a text has a character set before it, and the session speaks another one than UTF-8");
            }
        } catch (UnclearException e) {
            throw new UnreadableStatementException(
                    String.valueOf(e.getMessage()),
                    names.mentioned(),
                    rest(sql, tokens, names, session),
                    e.certain().stream().toList());
        }
        tokens.canonical().settle(workspace::changedColumn);
        return workspace.reading(tokens.canonical().toString());
    }

    /**
     * Whether the statement has a text that means other bytes here: such a text means the bytes that the client sent, and they differ if
     * it is sent as UTF-8.
     */
    private static boolean isOfOtherBytes(Tokens tokens, StatementSession session) {
        return session.speaksAnotherCharset() && tokens.canonical().hasTextOfBytes();
    }

    /**
     * The canonical form of a statement that cannot be read further; null if it cannot even be split into tokens. It is {@code
     * UNCERTAIN} if InnoDB may have found other foreign keys in the statement than this form has.
     */
    private static @Nullable String rest(String sql, Tokens tokens, TableNameReader names, StatementSession session) {
        String canonical;
        try {
            tokens.skipToEnd();
            if (isOfOtherBytes(tokens, session)) {
                return DdlStatement.UNCERTAIN;
            }
            canonical = tokens.canonical().toString();
        } catch (UnclearException e) {
            return null;
        }
        try {
            String schema = names.mentioned().isEmpty()
                    ? names.defaultSchema()
                    : names.mentioned().get(0).schema();
            ForeignKeyText found = new ForeignKeyText(sql, names, schema);
            ForeignKeyText written = new ForeignKeyText(canonical, names, schema);
            return found.isLike(written) ? canonical : DdlStatement.UNCERTAIN;
        } catch (UnclearException e) {
            return MAY_REFER.matcher(sql).find() ? DdlStatement.UNCERTAIN : canonical;
        }
    }
}
