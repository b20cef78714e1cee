package io.dataflowsync.sandbox.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The statements of SQL files, as MySQL's own client would part them.
 *
 * @param schema the one that they use; {@code rehearsal} where they name none
 * @param tables what makes tables and the like, in order
 * @param rows what fills them, in order
 */
public record SqlFile(String schema, List<String> tables, List<String> rows) {
    private static final Pattern USE = Pattern.compile("(?i)USE\\s+`?([^`\\s]+)`?\\s*");
    private static final Pattern OF_SCHEMA = Pattern.compile("(?is)(CREATE|DROP)\\s+(DATABASE|SCHEMA)\\b.*");
    private static final Pattern WORD = Pattern.compile("[A-Za-z]+");
    private static final Set<String> FILLING = Set.of("INSERT", "REPLACE", "UPDATE", "DELETE", "LOAD");
    private static final Set<String> NEITHER = Set.of("LOCK", "UNLOCK", "COMMIT", "START", "BEGIN");

    public static SqlFile read(List<Path> files) throws IOException {
        List<String> tables = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        Optional<String> schema = Optional.empty();
        for (Path file : files) {
            for (String statement : statements(Files.readString(file))) {
                Matcher use = USE.matcher(statement);
                if (use.matches()) {
                    schema = schema.or(() -> Optional.of(use.group(1)));
                } else if (!OF_SCHEMA.matcher(statement).matches()) {
                    add(statement, tables, rows);
                }
            }
        }
        return new SqlFile(schema.orElse("rehearsal"), List.copyOf(tables), List.copyOf(rows));
    }

    private static void add(String statement, List<String> tables, List<String> rows) {
        Matcher word = WORD.matcher(statement);
        String first = word.find() ? word.group().toUpperCase(Locale.ROOT) : "";
        if (first.equals("SET")) {
            tables.add(statement);
            rows.add(statement);
        } else if (FILLING.contains(first)) {
            rows.add(statement);
        } else if (!NEITHER.contains(first)) {
            tables.add(statement);
        }
    }

    static List<String> statements(String text) {
        return new Splitter(text).statements();
    }

    /** Goes through the text once; what is quoted or a comment ends nothing. */
    private static final class Splitter {
        private final String text;
        private final List<String> statements = new ArrayList<>();
        private final StringBuilder open = new StringBuilder();
        private String delimiter = ";";
        private int at;

        Splitter(String text) {
            this.text = text;
        }

        List<String> statements() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\'' || c == '"' || c == '`') {
                    takeQuoted(c);
                } else if (text.startsWith("/*", at) && !text.startsWith("/*!", at)) {
                    skipTo("*/");
                } else if (c == '#' || text.startsWith("-- ", at) || text.startsWith("--\n", at)) {
                    skipTo("\n");
                } else if (text.regionMatches(true, at, "DELIMITER ", 0, 10)
                        && open.toString().isBlank()) {
                    int end = text.indexOf('\n', at);
                    delimiter = text.substring(at + 10, end < 0 ? text.length() : end)
                            .strip();
                    at = end < 0 ? text.length() : end;
                } else if (text.startsWith(delimiter, at)) {
                    at += delimiter.length();
                    close();
                } else {
                    open.append(c);
                    at++;
                }
            }
            close();
            return statements;
        }

        private void close() {
            if (!open.toString().isBlank()) {
                statements.add(open.toString().strip());
            }
            open.setLength(0);
        }

        private void takeQuoted(char quote) {
            int end = at + 1;
            while (end < text.length() && text.charAt(end) != quote) {
                end += text.charAt(end) == '\\' && quote != '`' ? 2 : 1;
            }
            end = Math.min(end + 1, text.length());
            open.append(text, at, end);
            at = end;
        }

        private void skipTo(String end) {
            int found = text.indexOf(end, at);
            at = found < 0 ? text.length() : found + end.length();
            open.append(' ');
        }
    }
}
