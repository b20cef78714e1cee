package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.Token.Kind;
import io.dataflowsync.contract.table.Identifiers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Builds the canonical form of a statement: 5.7, 8.0 and the parsers of both read it in the same way, whatever {@code sql_mode} says of
 * quotes and blanks.
 *
 * <p>It has no comments; those that the server executes are part of it. Names that the reader read are in back quotes, and so are bare
 * words that only later servers reserve: for 5.7 they can only be names. Texts are in single quotes, with both quote and backslash doubled.
 * Everything else is as it was written. If the meaning of a clause depends on the session or the server, a reader writes the meaning
 * instead. For example, the character set utf8mb4 gets its collation, because its default collation is another one in 8.0. A TIMESTAMP gets
 * the clauses that 5.7 implies and 8.0 does not.
 */
final class CanonicalText {
    private static final int ASCII = 0x7F;

    private final List<Part> parts = new ArrayList<>();
    private final IdentityHashMap<Part, OpenTimestamp> open = new IdentityHashMap<>();
    private final boolean ignoresSpace;

    /** @param ignoresSpace whether a blank may stand between a function and its parenthesis */
    CanonicalText(boolean ignoresSpace) {
        this.ignoresSpace = ignoresSpace;
    }

    /** The origin of a part. */
    private enum Origin {
        WRITTEN,
        /** A reader has replaced it by its meaning. */
        REPLACED,
        /** A reader has added it. */
        INSERTED
    }

    private record Part(Token token, String text, Origin origin) {

        boolean isSymbol() {
            return token.is(Kind.SYMBOL) && origin == Origin.WRITTEN;
        }

        boolean isWord() {
            return token.is(Kind.WORD) && origin == Origin.WRITTEN;
        }

        boolean isDash() {
            return isSymbol() && token.isSymbol('-');
        }

        /** A word that begins with a digit is a name, too. */
        boolean isNameWithoutQuotes() {
            return isWord() && (LaterWords.contains(text) || StatementText.isDigit(text.charAt(0)));
        }
    }

    void add(Token token) {
        if (!token.is(Kind.END)) {
            parts.add(new Part(token, text(token), Origin.WRITTEN));
        }
    }

    /** Whether a text that is not only ASCII has a character set before it: then its bytes are meant, not its characters. */
    boolean hasTextOfBytes() {
        for (int i = 1; i < parts.size(); i++) {
            Token before = parts.get(i - 1).token();
            Token token = parts.get(i).token();
            if (token.is(Kind.TEXT)
                    && before.is(Kind.WORD)
                    && before.text().startsWith("_")
                    && token.text().chars().anyMatch(c -> c > ASCII)) {
                return true;
            }
        }
        return false;
    }

    /** The number of parts. */
    int size() {
        return parts.size();
    }

    /** Replaces this part and all after it by a text; an empty text removes them. */
    void replace(int from, String text) {
        Token first = parts.get(from).token();
        parts.subList(from, parts.size()).clear();
        if (!text.isEmpty()) {
            parts.add(new Part(first, text, Origin.REPLACED));
        }
    }

    /** Joins this part and all after it to one part, and returns that part for {@link #exchange}. */
    Object fold(int from) {
        replace(from, text(from));
        return parts.get(from);
    }

    /** Replaces that part by a text. */
    void exchange(Object folded, String text) {
        parts.replaceAll(part -> part == folded ? new Part(part.token(), text, part.origin()) : part);
    }

    /** Inserts a text before this part, or after the last part for {@link #size}. */
    void insert(int place, String text) {
        parts.add(place, new Part(parts.get(place - 1).token(), text, Origin.INSERTED));
    }

    /** Keeps a place before this part for the clauses that the server implies for a TIMESTAMP. */
    void leaveOpen(int place, OpenTimestamp timestamp) {
        insert(place, "");
        open.put(parts.get(place), timestamp);
    }

    /** Writes the implied clauses of each open TIMESTAMP; of a column that is not found it writes nothing. */
    void settle(Function<String, Optional<SourceColumn>> columns) {
        parts.replaceAll(part -> {
            OpenTimestamp timestamp = open.get(part);
            return timestamp == null
                    ? part
                    : new Part(part.token(), timestamp.words(columns.apply(timestamp.column())), Origin.INSERTED);
        });
        parts.removeIf(part -> part.text().isEmpty());
    }

    private static String text(Token token) {
        return switch (token.kind()) {
            case NAME -> Identifiers.quoted(token.text());
            case TEXT -> (isNational(token) ? "N" : "") + quoted(token.text());
            case HEX, BITS -> token.written().replace('X', 'x').replace('B', 'b');
            default -> token.written();
        };
    }

    private static boolean isNational(Token token) {
        return token.written().startsWith("n") || token.written().startsWith("N");
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''").replace("\0", "\\0") + "'";
    }

    @Override
    public String toString() {
        return text(0);
    }

    private String text(int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < parts.size(); i++) {
            if (i > from && isApart(parts.get(i - 1), parts.get(i))) {
                text.append(' ');
            }
            Part part = parts.get(i);
            text.append(part.isNameWithoutQuotes() && !isRow(i) ? Identifiers.quoted(part.text()) : part.text());
        }
        return text.toString();
    }

    /** Whether the word is that of {@code ROW (1, 2)} in an expression: the only such word that is not a name in 5.7. */
    private boolean isRow(int place) {
        return parts.get(place).token().isWord("row")
                && place + 1 < parts.size()
                && parts.get(place + 1).token().isSymbol('(');
    }

    /** Whether a blank is needed between two parts: two literals or words never touch, and two dashes never begin a comment. */
    private boolean isApart(Part before, Part part) {
        boolean touch = before.isSymbol() || part.isSymbol();
        if (ignoresSpace && before.isWord() && part.isSymbol() && part.token().isSymbol('(')) {
            return false;
        }
        return part.token().apart() || part.origin() == Origin.INSERTED || !touch || (before.isDash() && part.isDash());
    }
}
