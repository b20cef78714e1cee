package io.dataflowsync.cdc.definition;

/**
 * A word, name, value or character of a statement.
 *
 * @param kind what it is
 * @param text without quotes and escapes; of a hexadecimal or bit literal its digits
 */
record Token(Kind kind, String text) {
    enum Kind {
        /** Letters without quotes: a key word or a name. */
        WORD,
        /** In quotes, or after a dot: a name in any case. */
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

    boolean isWord(String word) {
        return kind == Kind.WORD && text.equalsIgnoreCase(word);
    }

    boolean isSymbol(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    boolean is(Kind other) {
        return kind == other;
    }

    /** As an error shows it. */
    @Override
    public String toString() {
        return kind == Kind.END ? "the end" : "'" + text + "'";
    }
}
