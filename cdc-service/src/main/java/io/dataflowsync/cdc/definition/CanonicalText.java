package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.Token.Kind;
import io.dataflowsync.contract.catalog.Identifiers;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A statement in the form that 5.7, 8.0 and the parsers of both read alike, whatever {@code sql_mode} says of quotes and blanks.
 *
 * <p>It has no comments; those that the server executes are part of it. Names that the reader read are in back quotes, and so are bare
 * words that only later servers reserve: to 5.7 they can be nothing but names. Texts are in single quotes, with both quote and backslash
 * doubled. All else stands as it was written. A reader replaces what the session or the server makes of a clause by what it means; so the
 * character set utf8mb4, whose default collation is another one in 8.0, has its collation beside it, and a TIMESTAMP, which 8.0 does not fill
 * by itself, what 5.7 fills it with.
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

    /** Where a part comes from. */
    private enum Origin {
        WRITTEN,
        /** A reader has said what it means. */
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

    /** Whether a text that is more than ASCII has a character set before it: its bytes are meant then, and not its letters. */
    boolean hasTextOfBytes() {
        for (int i = 1; i < parts.size(); i++) {
            Token before = parts.get(i - 1).token();
            Token token = parts.get(i).token();
            if (token.is(Kind.TEXT)
                    && before.is(Kind.WORD)
                    && before.text().startsWith("_")
                    && token.text().chars().anyMatch(sign -> sign > ASCII)) {
                return true;
            }
        }
        return false;
    }

    /** How many parts it has. */
    int size() {
        return parts.size();
    }

    /** Puts a text in the place of all from this part on; an empty one leaves them out. */
    void replace(int from, String text) {
        Token first = parts.get(from).token();
        parts.subList(from, parts.size()).clear();
        if (!text.isEmpty()) {
            parts.add(new Part(first, text, Origin.REPLACED));
        }
    }

    /** Makes one part of all from this part on, and returns it for {@link #exchange}. */
    Object fold(int from) {
        replace(from, text(from));
        return parts.get(from);
    }

    /** Puts a text in the place of that part. */
    void exchange(Object folded, String text) {
        parts.replaceAll(part -> part == folded ? new Part(part.token(), text, part.origin()) : part);
    }

    /** Puts a text before this part; behind the last part for {@link #size}. */
    void insert(int place, String text) {
        parts.add(place, new Part(parts.get(place - 1).token(), text, Origin.INSERTED));
    }

    /** Leaves a place before this part for what the server makes of a TIMESTAMP. */
    void leaveOpen(int place, OpenTimestamp timestamp) {
        insert(place, "");
        open.put(parts.get(place), timestamp);
    }

    /** Says of each open TIMESTAMP what it has become; of one that is not found nothing is said. */
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

    /** {@code ROW (1, 2)} in an expression: the one thing but a name for which 5.7 has such a word. */
    private boolean isRow(int place) {
        return parts.get(place).token().isWord("row")
                && place + 1 < parts.size()
                && parts.get(place + 1).token().isSymbol('(');
    }

    /** Two literals or words never touch, and two dashes never begin a comment. */
    private boolean isApart(Part before, Part part) {
        boolean touch = before.isSymbol() || part.isSymbol();
        if (ignoresSpace && before.isWord() && part.isSymbol() && part.token().isSymbol('(')) {
            return false;
        }
        return part.token().apart() || part.origin() == Origin.INSERTED || !touch || (before.isDash() && part.isDash());
    }
}
