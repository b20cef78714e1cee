package io.dataflowsync.cdc.capture.stream;

import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement of the binlog. Its text shows whether it changes rows; if the text is not clear, it counts as one that does. A trigger
 * or a function that it calls is not examined.
 *
 * @param schema the session's default schema; may be empty
 */
record LoggedStatement(String schema, String sql) {
    private static final Set<String> OF_TRANSACTIONS = Set.of("BEGIN", "COMMIT");
    private static final Set<String> CHANGING_ROWS =
            Set.of("INSERT", "REPLACE", "UPDATE", "DELETE", "LOAD", "CALL", "DO", "SELECT", "WITH");
    private static final Set<String> MODIFIERS =
            Set.of("LOW_PRIORITY", "DELAYED", "HIGH_PRIORITY", "CONCURRENT", "QUICK", "IGNORE", "INTO");
    private static final Pattern TOKEN = Pattern.compile(
            "/\\*!\\d*|/\\*.*?\\*/|\\*/(?!\\*)|--[ \\t][^\\n]*|#[^\\n]*|`(?:[^`]|``)*`|'(?:[^'\\\\]|\\\\.|'')*+'|\"(?:[^\"\\\\]|\\\\.|\"\")*+\""
                    + "|[\\w$\\x{80}-\\x{10FFFF}]+|[^\\s]",
            Pattern.DOTALL);
    private static final int ENOUGH = 24;
    private static final Pattern NAME = Pattern.compile("[\\w$\\x{80}-\\x{10FFFF}]+|`.*`|\".*\"", Pattern.DOTALL);
    /**
     * The statement that a server writes by itself when it finds a MEMORY table that its restart has emptied. A session may write the
     * same words.
     */
    private static final Pattern EMPTIED = Pattern.compile(
            "DELETE FROM ([`\"])((?:(?!\\1).|\\1\\1)+)\\1\\.\\1((?:(?!\\1).|\\1\\1)+)\\1", Pattern.DOTALL);

    /**
     * Whether it may change rows of captured tables.
     *
     * @param follows whether captured rows may change together with deleted or changed rows of a table
     */
    boolean changesRows(Predicate<TableName> captures, Predicate<TableName> follows) {
        if (OF_TRANSACTIONS.contains(sql)) {
            return false;
        }
        List<String> start = tokens(ENOUGH);
        String verb = start.isEmpty() ? "" : upper(start.get(0));
        if (verb.equals("CREATE")) {
            return fillsTable(start);
        }
        return CHANGING_ROWS.contains(verb)
                && onlyTable(verb, start)
                        .map(table -> captures.test(table) || !adds(verb) && follows.test(table))
                        .orElse(true);
    }

    /** Whether it adds rows, and neither changes nor deletes any. */
    private boolean adds(String verb) {
        return verb.equals("INSERT") && !hasWord("DUPLICATE");
    }

    /** The table that it empties, if it is a TRUNCATE. */
    Optional<TableName> truncated() {
        List<String> tokens = tokens(ENOUGH);
        if (!word(tokens, 0).equals("TRUNCATE")) {
            return Optional.empty();
        }
        int at = word(tokens, 1).equals("TABLE") ? 2 : 1;
        boolean qualified = word(tokens, at + 1).equals(".");
        int last = qualified ? at + 2 : at;
        if (last >= tokens.size() || !isName(tokens.get(at)) || !isName(tokens.get(last))) {
            return Optional.empty();
        }
        return Optional.of(new TableName(qualified ? plain(tokens.get(at)) : schema, plain(tokens.get(last))));
    }

    /** The table that lost all its rows by a restart of the server, if it is a MEMORY table. */
    Optional<TableName> emptied() {
        Matcher matcher = EMPTIED.matcher(sql);
        return matcher.matches() ? Optional.of(new TableName(name(matcher, 2), name(matcher, 3))) : Optional.empty();
    }

    private static String name(Matcher matcher, int group) {
        String quote = matcher.group(1);
        return matcher.group(group).replace(quote + quote, quote);
    }

    /** Whether it is a CREATE TABLE … SELECT. */
    private boolean fillsTable(List<String> start) {
        boolean table = start.size() > 1 && upper(start.get(1)).equals("TABLE");
        return table && hasWord("SELECT");
    }

    /** Whether it contains the word outside of texts, quoted names and comments. */
    private boolean hasWord(String word) {
        return tokens(Integer.MAX_VALUE).stream().anyMatch(token -> upper(token).equals(word));
    }

    /** The one table that the statement writes to, if that is clear. */
    private Optional<TableName> onlyTable(String verb, List<String> tokens) {
        int at = 1;
        while (at < tokens.size() && MODIFIERS.contains(upper(tokens.get(at)))) {
            at++;
        }
        if (verb.equals("DELETE")) {
            if (!word(tokens, at).equals("FROM")) {
                return Optional.empty();
            }
            at++;
        } else if (!verb.equals("INSERT") && !verb.equals("REPLACE") && !verb.equals("UPDATE")) {
            return Optional.empty();
        }
        boolean qualified = word(tokens, at + 1).equals(".");
        int next = qualified ? at + 3 : at + 1;
        String after = word(tokens, next);
        boolean alone =
                switch (verb) {
                    case "UPDATE" -> after.equals("SET");
                    case "DELETE" ->
                        after.isEmpty()
                                || Set.of("WHERE", "ORDER", "LIMIT", ";").contains(after);
                    default -> true;
                };
        if (!alone || next > tokens.size() || !isName(tokens.get(at)) || !isName(tokens.get(next - 1))) {
            return Optional.empty();
        }
        String database = qualified ? plain(tokens.get(at)) : schema;
        return Optional.of(new TableName(database, plain(tokens.get(next - 1))));
    }

    private static boolean isName(String token) {
        return NAME.matcher(token).matches();
    }

    private static String word(List<String> tokens, int at) {
        return at < tokens.size() ? upper(tokens.get(at)) : "";
    }

    /** The plain name. Where a table is named, double quotes are those of ANSI_QUOTES. */
    private static String plain(String identifier) {
        String quote = identifier.substring(0, 1);
        return quote.equals("`") || quote.equals("\"")
                ? identifier.substring(1, identifier.length() - 1).replace(quote + quote, quote)
                : identifier;
    }

    /** The tokens, without comments and without the brackets before the first word. */
    private List<String> tokens(int enough) {
        List<String> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(sql);
        while (tokens.size() < enough && matcher.find()) {
            String token = matcher.group();
            boolean comment = token.startsWith("/*")
                    || token.equals("*/")
                    || token.startsWith("#")
                    || token.startsWith("--") && token.length() > 2;
            boolean bracket = tokens.isEmpty() && token.equals("(");
            if (!comment && !bracket) {
                tokens.add(token);
            }
        }
        return tokens;
    }

    private static String upper(String token) {
        return token.toUpperCase(Locale.ROOT);
    }
}
