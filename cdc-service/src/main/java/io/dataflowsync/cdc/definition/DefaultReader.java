package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.ColumnClause.Fallback;
import io.dataflowsync.cdc.definition.Token.Kind;

/** Reads the value after DEFAULT: a literal or the server's clock. */
final class DefaultReader {
    private final Tokens tokens;

    DefaultReader(Tokens tokens) {
        this.tokens = tokens;
    }

    Fallback read() {
        if (tokens.accept("null")) {
            return Fallback.NULL;
        }
        if (!acceptClock() && !tokens.accept("true") && !tokens.accept("false")) {
            readLiteral();
        }
        return Fallback.VALUE;
    }

    /** Reads {@code CURRENT_TIMESTAMP(3)} in any of its spellings. */
    void readClock() {
        if (!acceptClock()) {
            throw tokens.unexpected("CURRENT_TIMESTAMP");
        }
    }

    private boolean acceptClock() {
        String word = tokens.acceptAny("current_timestamp", "now", "localtime", "localtimestamp");
        if (word != null && tokens.atSymbol('(')) {
            tokens.skipParentheses();
        }
        return word != null;
    }

    private void readLiteral() {
        if (!tokens.acceptSymbol('-')) {
            tokens.acceptSymbol('+');
        }
        Token token = tokens.peek();
        boolean introduced = token.is(Kind.WORD) && (token.text().startsWith("_") || isTemporal());
        if (introduced) {
            tokens.next();
        }
        if (tokens.peek().is(Kind.TEXT)) {
            tokens.text();
        } else if (tokens.peek().is(Kind.NUMBER)
                || tokens.peek().is(Kind.HEX)
                || tokens.peek().is(Kind.BITS)) {
            tokens.next();
        } else {
            throw tokens.unexpected("a value");
        }
    }

    /** Whether a literal such as {@code DATE '2026-01-02'} begins here. */
    private boolean isTemporal() {
        return tokens.at("date") || tokens.at("time") || tokens.at("timestamp");
    }
}
