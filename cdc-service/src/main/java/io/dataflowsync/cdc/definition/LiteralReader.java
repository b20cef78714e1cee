package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.Token.Kind;
import java.util.regex.Pattern;

/** Reads texts in quotes, and words that begin with a digit. */
final class LiteralReader {
    private static final Pattern HEX = Pattern.compile("0x[0-9a-fA-F]+");
    private static final Pattern BITS = Pattern.compile("0b[01]+");
    private static final Pattern WITH_EXPONENT = Pattern.compile("[0-9]+[eE][0-9]+");
    private static final Pattern OPEN_EXPONENT = Pattern.compile("[0-9]+[eE]");

    private final StatementText sql;
    private final boolean noBackslashEscapes;

    LiteralReader(StatementText sql, boolean noBackslashEscapes) {
        this.sql = sql;
        this.noBackslashEscapes = noBackslashEscapes;
    }

    /** The text in these quotes, in which the quote itself is doubled. */
    String doubled(char quote) {
        StringBuilder text = new StringBuilder();
        sql.skip(1);
        while (!ends(quote)) {
            text.append(sql.take());
        }
        return text.toString();
    }

    /** The text in these quotes, with its escapes resolved. */
    String text(char quote) {
        StringBuilder text = new StringBuilder();
        sql.skip(1);
        while (!ends(quote)) {
            if (sql.current() == '\\' && !noBackslashEscapes) {
                sql.skip(1);
                text.append(escaped());
            } else {
                text.append(sql.take());
            }
        }
        return text.toString();
    }

    /** Whether the closing quote is here, and steps over it. Of two quotes it steps over the first; the second is text. */
    private boolean ends(char quote) {
        if (sql.isAtEnd()) {
            throw new UnclearException("a quote has no end");
        }
        if (sql.current() != quote) {
            return false;
        }
        sql.skip(1);
        return !sql.isAt(0, quote);
    }

    private String escaped() {
        if (sql.isAtEnd()) {
            throw new UnclearException("a quote has no end");
        }
        String c = sql.take();
        return switch (c.charAt(0)) {
            case 'n' -> "\n";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'b' -> "\b";
            case '0' -> "\0";
            case 'Z' -> "\u001a";
            case '_', '%' -> "\\" + c;
            default -> c;
        };
    }

    /** A number, or a name that begins with a digit. */
    Token numberOrWord() {
        String start = sql.word();
        if (HEX.matcher(start).matches()) {
            return new Token(Kind.HEX, start.substring(2));
        }
        if (BITS.matcher(start).matches()) {
            return new Token(Kind.BITS, start.substring(2));
        }
        if (WITH_EXPONENT.matcher(start).matches()) {
            return new Token(Kind.NUMBER, start);
        }
        if (OPEN_EXPONENT.matcher(start).matches() && isSignedDigit()) {
            return new Token(Kind.NUMBER, start + sql.take() + sql.digits());
        }
        if (!start.chars().allMatch(c -> StatementText.isDigit((char) c))) {
            return new Token(Kind.WORD, start);
        }
        return new Token(Kind.NUMBER, start + fraction());
    }

    private String fraction() {
        if (!sql.isAt(0, '.')) {
            return "";
        }
        String fraction = sql.take() + sql.digits();
        boolean exponent = sql.isAt(0, 'e') || sql.isAt(0, 'E');
        if (exponent && (StatementText.isDigit(sql.peek(1)) || "+-".indexOf(sql.peek(1)) >= 0)) {
            return fraction + sql.take() + sql.take() + sql.digits();
        }
        return fraction;
    }

    private boolean isSignedDigit() {
        return (sql.isAt(0, '+') || sql.isAt(0, '-')) && StatementText.isDigit(sql.peek(1));
    }
}
