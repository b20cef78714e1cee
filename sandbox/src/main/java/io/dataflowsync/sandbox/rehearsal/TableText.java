package io.dataflowsync.sandbox.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a statement that makes, alters or drops tables.
 *
 * @param verb {@code CREATE}, {@code ALTER}, {@code DROP} or {@code RENAME}
 * @param isTemporary whether its tables are temporary tables of the session
 * @param rest the text after the word TABLE, without string literals and without the marks of comments that the server reads
 */
record TableText(String verb, boolean isTemporary, String rest) {
    private static final Pattern OF_TABLE = Pattern.compile(
            "(?is)\\s*(CREATE|ALTER|DROP|RENAME)\\s+(?:IGNORE\\s+)?(TEMPORARY\\s+)?TABLES?\\b\\s*(?:IF\\s+(?:NOT\\s+)?EXISTS\\b)?(.*)");
    private static final Pattern FILLING = Pattern.compile(
            "(?is)\\s*(?:INSERT|REPLACE)\\b\\s*(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|INTO)\\b\\s*)*(.*)");
    /** The number of characters that is enough for the words before the name of the table that is filled. */
    private static final int BEGINNING = 400;

    private static final Pattern MARK = Pattern.compile("/\\*!\\d*|\\*/");
    /** Names in double quotes are used by a dump in the mode ANSI. */
    private static final String QUOTED_NAME = "`[^`]*+`|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

    private static final Pattern QUOTED = Pattern.compile("(?s)" + QUOTED_NAME);
    private static final Pattern TEXT = Pattern.compile("(?s)'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|" + QUOTED_NAME);
    private static final String PART = "(?:" + QUOTED_NAME + "|[^\\s`\"',;()=.]+)";
    private static final Pattern NAME = Pattern.compile("(?s)(?:" + PART + "\\s*\\.\\s*)?(" + PART + ")");
    private static final Pattern SELECT = Pattern.compile("(?i)\\bSELECT\\b");
    private static final Pattern AFTER_NAMES = Pattern.compile("(?is)\\s+(?:RESTRICT|CASCADE)\\s*$");
    private static final Pattern ADDS_KEY = Pattern.compile(
            "(?is)\\s*(?:ADD\\s+(?:CONSTRAINT|PRIMARY|UNIQUE|INDEX|KEY|FULLTEXT|SPATIAL|FOREIGN)\\b.*"
                    + "|(?:EN|DIS)ABLE\\s+KEYS\\s*|AUTO_INCREMENT\\s*=?\\s*\\d+\\s*|MODIFY\\s.*\\bAUTO_INCREMENT\\b.*)");

    /** Reads a statement; empty if it is about something else. */
    static Optional<TableText> of(String statement) {
        Matcher table = OF_TABLE.matcher(bare(statement));
        return table.matches()
                ? Optional.of(
                        new TableText(table.group(1).toUpperCase(Locale.ROOT), table.group(2) != null, table.group(3)))
                : Optional.empty();
    }

    /** The table that an INSERT or a REPLACE fills. */
    static Optional<String> filled(String statement) {
        Matcher filling = FILLING.matcher(bare(statement.substring(0, Math.min(BEGINNING, statement.length()))));
        return filling.matches() ? first(filling.group(1)) : Optional.empty();
    }

    /** A statement without string literals and without the marks of comments that the server reads. */
    static String bare(String statement) {
        String names = TEXT.matcher(statement)
                .replaceAll(found -> found.group().startsWith("'") ? "''" : Matcher.quoteReplacement(found.group()));
        return MARK.matcher(names).replaceAll(" ");
    }

    /** The names of the tables in the statement. */
    List<String> names() {
        if (verb.equals("CREATE") || verb.equals("ALTER")) {
            return first(rest).stream().toList();
        }
        List<String> names = new ArrayList<>();
        for (String part : AFTER_NAMES.matcher(rest).replaceAll("").split("(?i),|\\sTO\\s")) {
            first(part).ifPresent(names::add);
        }
        return names;
    }

    private static Optional<String> first(String text) {
        Matcher name = NAME.matcher(text.strip());
        return name.lookingAt() ? Optional.of(nameOf(name)) : Optional.empty();
    }

    private static String nameOf(Matcher name) {
        String found = name.group(1).toLowerCase(Locale.ROOT);
        boolean isQuoted = found.startsWith("`") || found.startsWith("\"");
        return isQuoted ? found.substring(1, found.length() - 1) : found;
    }

    /** Whether the statement selects rows for the table that it makes. */
    boolean selects() {
        return SELECT.matcher(QUOTED.matcher(rest).replaceAll("``")).find();
    }

    /** Whether the statement has the same result when it runs before there are rows. */
    boolean onlyAddsKeys() {
        Matcher name = NAME.matcher(rest.strip());
        if (!verb.equals("ALTER") || !name.lookingAt()) {
            return false;
        }
        return clauses(rest.strip().substring(name.end())).stream()
                .allMatch(clause -> ADDS_KEY.matcher(clause).matches());
    }

    private static List<String> clauses(String text) {
        List<String> clauses = new ArrayList<>();
        int open = 0;
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            open += character == '(' ? 1 : character == ')' ? -1 : 0;
            if (character == ',' && open == 0) {
                clauses.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        clauses.add(text.substring(begin));
        return clauses;
    }
}
