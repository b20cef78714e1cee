package io.dataflowsync.dpu.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads an expression in the form that a server writes, and decides whether it only chooses one of several columns, without a change. */
final class KeyExpression {
    private static final Pattern TOKEN =
            Pattern.compile("\\s*(`(?:[^`]|``)+`|(?:_\\w+)?'[^'\\\\]*'|\\w+|<=>|<>|!=|<=|>=|[^\\w\\s'`\\\\])");
    private static final Pattern QUOTED = Pattern.compile("`(?:[^`]|``)+`");
    private static final Pattern LITERAL = Pattern.compile("(?:_\\w+)?'(.*)'|([0-9]+)", Pattern.DOTALL);

    /** Says what is known of the columns that the expression may read. */
    interface Columns {
        /**
         * Whether a column that is chosen has the wanted key.
         *
         * @param known the values of columns that are certain at this place, by their names in small letters
         * @param path the path within the JSON document of the column; null for the column itself
         */
        boolean isKey(String column, Map<String, String> known, @Nullable String path);

        /** Whether the column has the source's value. */
        boolean isPlain(String column);

        /** Whether the column is NULL exactly when the source's column is NULL. */
        boolean isKept(String column);
    }

    /** The expression has a form that is not known here. */
    static final class NotUnderstoodException extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    private final List<String> tokens;
    private final Columns columns;
    private int at;

    KeyExpression(String expression, Columns columns) {
        this.tokens = tokens(expression);
        this.columns = columns;
    }

    /**
     * Whether the result is the wanted key, whichever column is chosen.
     *
     * @param known the values of columns that are certain
     */
    boolean isKey(Map<String, String> known) {
        return value(known) && at == tokens.size();
    }

    /** The words of an expression in back quotes: the columns that it reads, and such words within a text. */
    static Stream<String> columns(String expression) {
        return QUOTED.matcher(expression).results().map(MatchResult::group).map(KeyExpression::name);
    }

    private static List<String> tokens(String expression) {
        String text = expression.replace("\\'", "'");
        List<String> tokens = new ArrayList<>();
        Matcher token = TOKEN.matcher(text);
        int end = 0;
        while (token.lookingAt()) {
            tokens.add(token.group(1));
            end = token.end();
            token.region(end, text.length());
        }
        if (!text.substring(end).isBlank()) {
            throw new NotUnderstoodException();
        }
        return tokens;
    }

    private static boolean isColumn(String token) {
        return token.startsWith("`");
    }

    private static String name(String token) {
        return token.substring(1, token.length() - 1).replace("``", "`");
    }

    private String next() {
        if (at == tokens.size()) {
            throw new NotUnderstoodException();
        }
        return tokens.get(at++);
    }

    private boolean takes(String word) {
        boolean is = at < tokens.size() && tokens.get(at).equalsIgnoreCase(word);
        at += is ? 1 : 0;
        return is;
    }

    private boolean require(String word) {
        if (!takes(word)) {
            throw new NotUnderstoodException();
        }
        return true;
    }

    private boolean value(Map<String, String> known) {
        String token = next();
        if (isColumn(token)) {
            return columns.isKey(name(token), known, null);
        }
        return switch (token.toLowerCase(Locale.ROOT)) {
            case "(" -> value(known) && require(")");
            case "null" -> true;
            case "if" -> require("(") && value(condition(",", known)) && require(",") && value(known) && require(")");
            case "ifnull", "coalesce" -> require("(") && values(known);
            case "case" -> cases(known);
            case "cast" ->
                require("(") && value(known) && require("as") && (takes("signed") || takes("unsigned")) && require(")");
            case "json_unquote" -> require("(") && value(known) && require(")");
            case "json_extract" -> require("(") && extracted();
            default -> false;
        };
    }

    private boolean values(Map<String, String> known) {
        do {
            if (!value(known)) {
                return false;
            }
        } while (takes(","));
        return require(")");
    }

    private boolean cases(Map<String, String> known) {
        require("when");
        do {
            if (!value(condition("then", known))) {
                return false;
            }
        } while (takes("when"));
        return takes("end") || require("else") && value(known) && require("end");
    }

    private boolean extracted() {
        String column = next();
        require(",");
        String path = literal(next());
        return isColumn(column) && path != null && columns.isKey(name(column), Map.of(), path) && require(")");
    }

    /** Reads a condition, which must give the same result on both ends. Returns the values that are certain if it holds. */
    private Map<String, String> condition(String end, Map<String, String> known) {
        int from = at;
        int open = 0;
        for (String token = next(); open > 0 || !token.equalsIgnoreCase(end); token = next()) {
            open += token.equals("(") ? 1 : token.equals(")") ? -1 : 0;
        }
        List<String> condition = tokens.subList(from, at - 1);
        for (int i = 0; i < condition.size(); i++) {
            String token = condition.get(i);
            boolean isOfNull = i + 1 < condition.size() && condition.get(i + 1).equalsIgnoreCase("is");
            if (isColumn(token) && !(isOfNull ? columns.isKept(name(token)) : columns.isPlain(name(token)))) {
                throw new NotUnderstoodException();
            }
        }
        return fact(condition).orElse(known);
    }

    private static Optional<Map<String, String>> fact(List<String> condition) {
        int brackets = condition.size() == 5 && condition.get(0).equals("(") ? 1 : 0;
        if (condition.size() != 3 + 2 * brackets || !condition.get(brackets + 1).equals("=")) {
            return Optional.empty();
        }
        String column = condition.get(brackets);
        String word = literal(condition.get(brackets + 2));
        return isColumn(column) && word != null
                ? Optional.of(Map.of(name(column).toLowerCase(Locale.ROOT), word))
                : Optional.empty();
    }

    private static @Nullable String literal(String token) {
        Matcher literal = LITERAL.matcher(token);
        return !literal.matches() ? null : literal.group(1) != null ? literal.group(1) : literal.group(2);
    }
}
