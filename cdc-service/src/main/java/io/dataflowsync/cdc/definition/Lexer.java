package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.Token.Kind;

/**
 * Splits a statement into tokens by the rules of MySQL 5.7.
 *
 * <p>The text of a versioned comment is part of the statement if the server's version is high enough: the lexer steps over the beginning
 * and the end of such a comment as over blanks.
 */
final class Lexer {
    private final StatementText sql;
    private final LiteralReader literals;
    private final int serverVersion;
    private final boolean ansiQuotes;
    private boolean inVersionedComment;
    private boolean afterDot;

    /**
     * @param serverVersion the version as versioned comments have it: 50722
     * @param ansiQuotes whether text in double quotes is a name
     * @param noBackslashEscapes whether a backslash in a text is an ordinary character
     */
    Lexer(String sql, int serverVersion, boolean ansiQuotes, boolean noBackslashEscapes) {
        this.sql = new StatementText(sql);
        this.literals = new LiteralReader(this.sql, noBackslashEscapes);
        this.serverVersion = serverVersion;
        this.ansiQuotes = ansiQuotes;
    }

    /** The next token; after the last one END, any number of times. */
    Token next() {
        int before = sql.at();
        skipBlanks();
        int start = sql.at();
        boolean name = afterDot && start == before;
        Token token = sql.isAtEnd() ? new Token(Kind.END, "") : read(name);
        afterDot = token.isSymbol('.');
        return token.at(sql.from(start), start > before);
    }

    private Token read(boolean name) {
        char c = sql.current();
        if (c == '`' || (c == '"' && ansiQuotes)) {
            return new Token(Kind.NAME, literals.doubled(c));
        }
        if (name && StatementText.isOfWord(c)) {
            return new Token(Kind.NAME, sql.word());
        }
        if (c == '\'' || c == '"') {
            return new Token(Kind.TEXT, literals.text(c));
        }
        if (sql.isAt(1, '\'') && "xXbBnN".indexOf(c) >= 0) {
            return prefixed(c);
        }
        if (StatementText.isDigit(c) || (c == '.' && StatementText.isDigit(sql.peek(1)) && !sql.isAfterName())) {
            return literals.numberOrWord();
        }
        return StatementText.isOfWord(c) ? new Token(Kind.WORD, sql.word()) : new Token(Kind.SYMBOL, sql.take());
    }

    /** Reads {@code x'41'}, {@code b'01'} or {@code n'text'}. */
    private Token prefixed(char prefix) {
        sql.take();
        return switch (prefix) {
            case 'x', 'X' -> new Token(Kind.HEX, literals.doubled('\''));
            case 'b', 'B' -> new Token(Kind.BITS, literals.doubled('\''));
            default -> new Token(Kind.TEXT, literals.text('\''));
        };
    }

    private void skipBlanks() {
        while (!sql.isAtEnd()) {
            if (Character.isWhitespace(sql.current()) || sql.current() == 0) {
                sql.take();
            } else if (sql.current() == '#' || isDashComment()) {
                sql.skipTo("\n");
            } else if (sql.startsWith("/*!")) {
                openVersionedComment();
            } else if (sql.startsWith("/*")) {
                sql.skip(2);
                closeComment();
            } else if (inVersionedComment && sql.startsWith("*/")) {
                sql.skip(2);
                inVersionedComment = false;
            } else {
                return;
            }
        }
    }

    /** Whether two dashes begin a comment here: only if a blank or the end follows. */
    private boolean isDashComment() {
        return sql.startsWith("--") && sql.peek(2) <= ' ';
    }

    private void openVersionedComment() {
        sql.skip(3);
        int digits = 0;
        while (digits < 5 && StatementText.isDigit(sql.peek(digits))) {
            digits++;
        }
        if (digits < 5) {
            inVersionedComment = true;
            return;
        }
        int version = Integer.parseInt(sql.ahead(5));
        sql.skip(5);
        if (version <= serverVersion) {
            inVersionedComment = true;
        } else {
            skipVersionedComment();
        }
    }

    /** Steps over a versioned comment of a later version; comments within it do not end it. */
    private void skipVersionedComment() {
        while (!sql.startsWith("*/")) {
            if (sql.isAtEnd()) {
                throw new UnclearException("a comment has no end");
            }
            if (sql.startsWith("/*")) {
                sql.skip(2);
                closeComment();
            } else {
                sql.skip(1);
            }
        }
        sql.skip(2);
    }

    private void closeComment() {
        if (!sql.skipTo("*/")) {
            throw new UnclearException("a comment has no end");
        }
        sql.skip(2);
    }
}
