package io.dataflowsync.cdc.definition;

/** Reads a statement's text word by word, as InnoDB of 5.7 does when it searches for foreign keys. */
final class ForeignKeyWords {
    private final String text;
    private int at;

    ForeignKeyWords(String sql) {
        this.text = withoutComments(sql);
    }

    private static String withoutComments(String sql) {
        StringBuilder left = new StringBuilder();
        Quotes quotes = new Quotes();
        int at = 0;
        while (at < sql.length() && sql.charAt(at) != 0) {
            boolean open = quotes.areOpen();
            if (!open && (sql.startsWith("#", at) || sql.startsWith("-- ", at))) {
                at = endOfLine(sql, at);
            } else if (!open && sql.startsWith("/*", at)) {
                int end = sql.indexOf("*/", at + 2);
                at = end < 0 ? sql.length() : end + 2;
            } else {
                quotes.pass(sql.charAt(at));
                left.append(sql.charAt(at));
                at++;
            }
        }
        return left.toString();
    }

    private static int endOfLine(String sql, int from) {
        int at = from;
        while (at < sql.length() && "\n\r\0".indexOf(sql.charAt(at)) < 0) {
            at++;
        }
        return at;
    }

    /** Goes to the next of these words outside quotes, even within a longer word; returns whether there is one. */
    boolean goToAny(String... words) {
        Quotes quotes = new Quotes();
        for (; at < text.length(); at++) {
            boolean open = quotes.areOpen();
            quotes.pass(text.charAt(at));
            if (!open && !quotes.areOpen()) {
                for (String word : words) {
                    if (isAt(word)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** Steps over that word, and blanks before it, if it comes next; it may be the beginning of a longer one. */
    boolean accept(String word) {
        int before = at;
        skipBlanks();
        if (isAt(word)) {
            at += word.length();
            return true;
        }
        at = before;
        return false;
    }

    /** The same, and returns whether a blank follows the word, too. */
    boolean acceptApart(String word) {
        return accept(word) && isBlank();
    }

    /** Whether that word comes next after blanks. */
    boolean isNext(String word) {
        int before = at;
        boolean next = accept(word);
        at = before;
        return next;
    }

    /** Steps over a dot if it is the next character. */
    boolean acceptDot() {
        boolean dot = at < text.length() && text.charAt(at) == '.';
        at += dot ? 1 : 0;
        return dot;
    }

    boolean isAtBlankOrQuote() {
        return isBlank() || (at < text.length() && "\"`".indexOf(text.charAt(at)) >= 0);
    }

    /**
     * Reads the next name. Without quotes it ends before a blank, a parenthesis, a comma or, unless it may have dots, a dot; empty at the
     * end.
     */
    String name(boolean dots) {
        skipBlanks();
        char quote = at < text.length() ? text.charAt(at) : 0;
        return quote == '`' || quote == '"' ? quoted(quote) : bare(dots);
    }

    private String bare(boolean dots) {
        int start = at;
        while (at < text.length() && !isBlank() && (dots ? "()," : "(),.").indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted(char quote) {
        StringBuilder name = new StringBuilder();
        at++;
        while (at < text.length()) {
            if (text.charAt(at) == quote) {
                at++;
                if (at >= text.length() || text.charAt(at) != quote) {
                    return name.toString();
                }
            }
            name.append(text.charAt(at));
            at++;
        }
        throw new UnclearException("a quote has no end");
    }

    private void skipBlanks() {
        while (isBlank()) {
            at++;
        }
    }

    private boolean isBlank() {
        return at < text.length() && " \t\n\u000b\f\r".indexOf(text.charAt(at)) >= 0;
    }

    private boolean isAt(String word) {
        return text.regionMatches(true, at, word, 0, word.length());
    }

    /** Tracks which quote is open; a backslash escapes the next character in every kind of quote. */
    private static final class Quotes {
        private char quote;
        private boolean escape;

        boolean areOpen() {
            return quote != 0;
        }

        void pass(char c) {
            if (c == quote) {
                quote = escape ? quote : 0;
                escape = false;
            } else if (quote != 0) {
                escape = !escape && c == '\\';
            } else if ("\"`'".indexOf(c) >= 0) {
                quote = c;
            }
        }
    }
}
