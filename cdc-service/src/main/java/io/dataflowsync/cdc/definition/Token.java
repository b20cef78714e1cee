package io.dataflowsync.cdc.definition;

/**
 * A word, name, value or character of a statement.
 *
 * @param kind its kind
 * @param text the text without quotes and escapes; the digits of a hexadecimal or bit literal
 * @param written the text as it is in the statement
 * @param apart whether blanks or a comment are before it
 */
record Token(Kind kind, String text, String written, boolean apart) {
    /** A token of which only the meaning is known yet. */
    Token(Kind kind, String text) {
        this(kind, text, "", false);
    }

    enum Kind {
        /** Letters without quotes: a key word or a name. */
        WORD,
        /** A name for certain: in quotes, or after a dot. */
        NAME,
        TEXT,
        NUMBER,
        /** A hexadecimal literal. */
        HEX,
        /** A bit literal. */
        BITS,
        /** One character that is none of the others. */
        SYMBOL,
        END
    }

    Token at(String as, boolean afterBlank) {
        return new Token(kind, text, as, afterBlank);
    }

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** The token as an error text shows it. */
    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
