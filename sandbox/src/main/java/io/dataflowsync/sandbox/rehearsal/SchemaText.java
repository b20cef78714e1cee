package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.contract.table.Identifiers;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a statement says about the character set of a schema. */
final class SchemaText {
    private static final Pattern BEGINNING = Pattern.compile("(?i)\\s*(?:/\\*!\\d*\\s*)?(?:CREATE|DROP|ALTER)\\s");
    private static final Pattern OF_SCHEMA = Pattern.compile(
            "(?is)\\s*(?:CREATE|DROP|ALTER)\\s+(?:DATABASE|SCHEMA)\\b\\s*(?:IF\\s+(?:NOT\\s+)?EXISTS\\b)?\\s*(.*)");
    private static final Pattern NAME = Pattern.compile(
            "(?is)(?!DEFAULT\\b|CHARACTER\\b|CHARSET\\b|COLLATE\\b)(?:`((?:[^`]|``)+)`|([^\\s`;=]+)).*");
    private static final Pattern CHARSET = Pattern.compile("(?i)\\b(?:CHARACTER\\s+SET|CHARSET)\\s*=?\\s*['\"]?(\\w+)");
    private static final Pattern COLLATION = Pattern.compile("(?i)\\bCOLLATE\\s*=?\\s*['\"]?(\\w+)");
    private static final Pattern MARK = Pattern.compile("/\\*!\\d*|\\*/");

    private SchemaText() {}

    static boolean isOfSchema(String statement) {
        return BEGINNING.matcher(statement).lookingAt() && matcher(statement).matches();
    }

    /** The statement that gives this schema the character set of the given statement; empty if that sets none. */
    static Optional<String> alter(String statement, String schema) {
        if (!isOfSchema(statement)) {
            return Optional.empty();
        }
        Matcher matcher = matcher(statement);
        if (!matcher.matches() || !isOf(schema, matcher.group(1))) {
            return Optional.empty();
        }
        String options =
                clause(" CHARACTER SET ", CHARSET, matcher.group(1)) + clause(" COLLATE ", COLLATION, matcher.group(1));
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of("ALTER DATABASE " + Identifiers.quoted(schema) + options);
    }

    private static Matcher matcher(String statement) {
        return OF_SCHEMA.matcher(MARK.matcher(statement).replaceAll(" "));
    }

    private static boolean isOf(String schema, String rest) {
        Matcher name = NAME.matcher(rest);
        return !name.matches()
                || schema.equals(
                        name.group(1) == null ? name.group(2) : name.group(1).replace("``", "`"));
    }

    private static String clause(String words, Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? words + matcher.group(1) : "";
    }
}
