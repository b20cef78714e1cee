package io.dataflowsync.cdc.capture.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The temporary tables that the binlog tells of: those of sessions that log statements. A session that logs rows leaves no word of its own.
 * The server's mark at a statement does not tell what it is about: within a routine it stays behind the first statement that meets a
 * temporary table or drops any, until the CALL ends. So a marked statement is about a temporary table only where its session has made one of
 * that name. For one thread.
 */
public final class TemporaryTables {
    private static final String GAP = "(?:\\s|/\\*!\\d*|/\\*.*?\\*/|\\*/|--\\s[^\\n]*\\n|#[^\\n]*\\n)";
    private static final String WORD = "(?:`(?:[^`]|``)*+`|\"(?:[^\"]|\"\")*+\"|[\\w$\\x{80}-\\x{10FFFF}]++)";
    private static final String NAME = "((?:" + WORD + GAP + "*+\\." + GAP + "*+)?" + WORD + ")";
    /** A blank stands for all that may stand between two words. */
    private static final Pattern MADE = pattern(" ?CREATE TEMPORARY TABLE (?:IF NOT EXISTS )?<name>.*");

    /** Statements that change the definition of one table, or empty it, and read no other. */
    private static final Pattern CHANGED = pattern(" ?(?:TRUNCATE(?: TABLE)?|ALTER(?: IGNORE)? TABLE"
            + "|(?:CREATE(?: [A-Z]++)?|DROP) INDEX <word>(?: (?:USING|TYPE) [A-Z]++)? ON) ?<name>.*");

    private static final Pattern RENAMED =
            pattern(".*\\bRENAME (?!(?:INDEX|KEY|COLUMN)\\b)(?:(?:TO|AS)\\b ?|= ?)?+<name>.*");
    private static final Pattern DROPPED = pattern(" ?DROP (?:TEMPORARY )?TABLES? (?:IF EXISTS )?(.*)");
    private static final Pattern NAMES = pattern("<name> ?,? ?");

    private final Map<Long, Set<String>> ofSessions = new HashMap<>();

    private static Pattern pattern(String words) {
        return Pattern.compile(
                words.replace(" ?", GAP + "*+")
                        .replace(" ", GAP + "++")
                        .replace("<name>", NAME)
                        .replace("<word>", WORD),
                Pattern.DOTALL | Pattern.CASE_INSENSITIVE);
    }

    /**
     * Follows a statement.
     *
     * @return whether it changes or empties a temporary table and nothing else, whatever table has the same name for other sessions
     */
    public boolean follow(SessionQueryData query) {
        String sql = query.getSql();
        Matcher made = MADE.matcher(sql);
        if (made.matches()) {
            ofSessions
                    .computeIfAbsent(query.getThreadId(), session -> new HashSet<>())
                    .add(name(made, query));
            return false;
        }
        Set<String> own = ofSessions.get(query.getThreadId());
        if (own == null) {
            return false;
        }
        Matcher dropped = DROPPED.matcher(sql);
        if (dropped.matches()) {
            Matcher names = NAMES.matcher(dropped.group(1));
            while (names.lookingAt()) {
                own.remove(name(names, query));
                names.region(names.end(), names.regionEnd());
            }
            if (own.isEmpty()) {
                ofSessions.remove(query.getThreadId());
            }
            return false;
        }
        Matcher changed = CHANGED.matcher(sql);
        if (!query.isOfItsSession() || !changed.matches() || !own.contains(name(changed, query))) {
            return false;
        }
        Matcher renamed = RENAMED.matcher(sql);
        if (renamed.matches()) {
            own.remove(name(changed, query));
            own.add(name(renamed, query));
        }
        return true;
    }

    /** With its schema, in small letters: two temporary tables whose names differ in case alone are not told apart. */
    private static String name(Matcher matcher, SessionQueryData query) {
        String name =
                matcher.group(1).replaceAll(GAP + "*+\\." + GAP + "*+", ".").toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("[`\"]", "");
        return plain.contains(".") ? plain : query.getDatabase().toLowerCase(Locale.ROOT) + "." + plain;
    }
}
