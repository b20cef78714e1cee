package io.dataflowsync.sandbox.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a statement that makes, alters or drops tables is about.
 *
 * @param verb {@code CREATE}, {@code ALTER}, {@code DROP} or {@code RENAME}
 * @param isTemporary whether it says that its tables are those of the session
 * @param rest what stands behind the word TABLE, without texts and without the marks of comments that the server reads
 */
record TableText(String verb, boolean isTemporary, String rest) {
    private static final Pattern OF_TABLE = Pattern.compile(
            "(?is)\\s*(CREATE|ALTER|DROP|RENAME)\\s+(?:IGNORE\\s+)?(TEMPORARY\\s+)?TABLES?\\b\\s*(?:IF\\s+(?:NOT\\s+)?EXISTS\\b)?(.*)");
    private static final Pattern FILLING = Pattern.compile(
            "(?is)\\s*(?:INSERT|REPLACE)\\b\\s*(?:(?:LOW_PRIORITY|DELAYED|HIGH_PRIORITY|IGNORE|INTO)\\b\\s*)*(.*)");
    /** Enough for the words in front of the name of the table that is filled. */
    private static final int BEGINNING = 400;

    private static final Pattern MARK = Pattern.compile("/\\*!\\d*|\\*/");
    /** Names in double quotes are those of a dump in the mode ANSI. */
    private static final String QUOTED_NAME = "`[^`]*+`|\"[^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+\"";

    private static final Pattern QUOTED = Pattern.compile("(?s)" + QUOTED_NAME);
    private static final Pattern TEXT = Pattern.compile("(?s)'[^'\\\\]*+(?:\\\\.[^'\\\\]*+)*+'|" + QUOTED_NAME);
    private static final String PART = "(?:" + QUOTED_NAME + "|[^\\s`\"',;()=.]+)";
    private static final Pattern NAME = Pattern.compile("(?s)(?:" + PART + "\\s*\\.\\s*)?(" + PART + ")");
    private static final Pattern SELECT = Pattern.compile("(?i)\\bSELECT\\b");
    private static final Pattern BEHIND_NAMES = Pattern.compile("(?is)\\s+(?:RESTRICT|CASCADE)\\s*$");
    private static final Pattern ADDS_KEY = Pattern.compile(
            "(?is)\\s*(?:ADD\\s+(?:CONSTRAINT|PRIMARY|UNIQUE|INDEX|KEY|FULLTEXT|SPATIAL|FOREIGN)\\b.*"
                    + "|(?:EN|DIS)ABLE\\s+KEYS\\s*|AUTO_INCREMENT\\s*=?\\s*\\d+\\s*|MODIFY\\s.*\\bAUTO_INCREMENT\\b.*)");

    /** Empty where the statement is about something else. */
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

    /** A statement without texts and without the marks of comments that the server reads. */
    static String bare(String statement) {
        String names = TEXT.matcher(statement)
                .replaceAll(found -> found.group().startsWith("'") ? "''" : Matcher.quoteReplacement(found.group()));
        return MARK.matcher(names).replaceAll(" ");
    }

    /** The tables that it is about. */
    List<String> names() {
        if (verb.equals("CREATE") || verb.equals("ALTER")) {
            return first(rest).stream().toList();
        }
        List<String> names = new ArrayList<>();
        for (String part : BEHIND_NAMES.matcher(rest).replaceAll("").split("(?i),|\\sTO\\s")) {
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

    /** Whether rows are selected for the table that it makes. */
    boolean selects() {
        return SELECT.matcher(QUOTED.matcher(rest).replaceAll("``")).find();
    }

    /** Whether it may as well be run before there are rows. */
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
            char sign = text.charAt(i);
            open += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            if (sign == ',' && open == 0) {
                clauses.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        clauses.add(text.substring(begin));
        return clauses;
    }
}
