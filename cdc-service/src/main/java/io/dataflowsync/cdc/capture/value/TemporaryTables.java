package io.dataflowsync.cdc.capture.value;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Keeps the temporary tables that the binlog names: those of sessions that log statements. A session that logs rows does not log them.
 * For one thread.
 *
 * <p>The server's flag at a statement does not say that the statement is about a temporary table: within a routine, the flag stays after
 * the first statement that uses a temporary table or drops any table, until the CALL ends. So a flagged statement counts as one about a
 * temporary table only if its session has made one of that name.
 */
public final class TemporaryTables {
    private static final String GAP = "(?:\\s|/\\*!\\d*|/\\*.*?\\*/|\\*/|--\\s[^\\n]*\\n|#[^\\n]*\\n)";
    private static final String WORD = "(?:`(?:[^`]|``)*+`|\"(?:[^\"]|\"\")*+\"|[\\w$\\x{80}-\\x{10FFFF}]++)";
    private static final String NAME = "((?:" + WORD + GAP + "*+\\." + GAP + "*+)?" + WORD + ")";
    /** A blank stands for everything that may stand between two words. */
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
        if (!query.isThreadSpecific() || !changed.matches() || !own.contains(name(changed, query))) {
            return false;
        }
        Matcher renamed = RENAMED.matcher(sql);
        if (renamed.matches()) {
            own.remove(name(changed, query));
            own.add(name(renamed, query));
        }
        return true;
    }

    /** The name with its schema, in lower case: two temporary tables whose names differ only in case are not distinguished. */
    private static String name(Matcher matcher, SessionQueryData query) {
        String name =
                matcher.group(1).replaceAll(GAP + "*+\\." + GAP + "*+", ".").toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("[`\"]", "");
        return plain.contains(".") ? plain : query.getDatabase().toLowerCase(Locale.ROOT) + "." + plain;
    }
}
