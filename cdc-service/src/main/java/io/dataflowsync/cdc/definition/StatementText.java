package io.dataflowsync.cdc.definition;

/** Reads the text of a statement from a current place on. */
final class StatementText {
    private final String sql;
    private int at;

    StatementText(String sql) {
        this.sql = sql;
    }

    /** Whether a character can be part of a word or a name without quotes. */
    static boolean isOfWord(char c) {
        return c == '_' || c == '$' || c >= 0x80 || isDigit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    int at() {
        return at;
    }

    boolean isAtEnd() {
        return at >= sql.length();
    }

    char current() {
        return peek(0);
    }

    /** The character at that distance from here; a zero after the end. */
    char peek(int distance) {
        return at + distance < sql.length() ? sql.charAt(at + distance) : 0;
    }

    boolean isAt(int distance, char c) {
        return at + distance < sql.length() && sql.charAt(at + distance) == c;
    }

    boolean startsWith(String text) {
        return sql.startsWith(text, at);
    }

    /** Whether a name ends right before this place. */
    boolean isAfterName() {
        return at > 0 && (isOfWord(sql.charAt(at - 1)) || sql.charAt(at - 1) == '`');
    }

    String ahead(int length) {
        return sql.substring(at, at + length);
    }

    /** The text from that place to this one. */
    String from(int start) {
        return sql.substring(start, at);
    }

    void skip(int length) {
        at = Math.min(at + length, sql.length());
    }

    /** Goes to the next occurrence of that text, else to the end; returns whether there is one. */
    boolean skipTo(String text) {
        int found = sql.indexOf(text, at);
        at = found < 0 ? sql.length() : found;
        return found >= 0;
    }

    String take() {
        at++;
        return sql.substring(at - 1, at);
    }

    /** The characters of a word from here on. */
    String word() {
        int start = at;
        while (!isAtEnd() && isOfWord(current())) {
            at++;
        }
        return sql.substring(start, at);
    }

    /** The digits from here on. */
    String digits() {
        int start = at;
        while (!isAtEnd() && isDigit(current())) {
            at++;
        }
        return sql.substring(start, at);
    }
}
