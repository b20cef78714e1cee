package io.dataflowsync.pipeline.preflight;

import java.util.Collection;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Analyses a trigger of the target.
 *
 * @param table its table
 * @param moment {@code BEFORE INSERT}
 * @param body its SQL text
 */
record TargetTrigger(String name, String table, String moment, String body) {
    private static final Pattern NO_CODE = Pattern.compile(
            "/\\*.*?\\*/|(--\\s|#)[^\n]*|'(?:[^'\\\\]|\\\\.|'')*'|\"(?:[^\"\\\\]|\\\\.|\"\")*\"", Pattern.DOTALL);

    private static final Pattern SETS_ROW = Pattern.compile(
            "(\\bSET|,)\\s*NEW\\s*\\.\\s*(`[^`]+`|\\w+)\\s*:?=|\\bINTO\\b[^;]*\\bNEW\\s*\\.", Pattern.CASE_INSENSITIVE);

    private static final Pattern WRITES =
            Pattern.compile("\\b(INSERT|REPLACE|UPDATE|DELETE|CALL)\\b", Pattern.CASE_INSENSITIVE);

    private static final Pattern CALLS = Pattern.compile("\\bCALL\\b", Pattern.CASE_INSENSITIVE);

    /** Whether it may change the values of the row that is written. */
    boolean changesRow() {
        return moment.startsWith("BEFORE") && SETS_ROW.matcher(code()).find();
    }

    /** Returns the first of these tables that it may write: the trigger has a writing statement, and names the table. */
    Optional<String> written(Collection<String> tables) {
        String code = code();
        return WRITES.matcher(code).find()
                ? tables.stream().filter(name -> names(code, name)).findFirst()
                : Optional.empty();
    }

    /** Whether it calls a procedure, whose effects are not known. */
    boolean calls() {
        return CALLS.matcher(code()).find();
    }

    private static boolean names(String code, String table) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(table) + "(?![\\w$])", Pattern.CASE_INSENSITIVE)
                .matcher(code)
                .find();
    }

    private String code() {
        return NO_CODE.matcher(body).replaceAll(" ");
    }

    @Override
    public String toString() {
        return "trigger '" + name + "' (" + moment + " on '" + table + "')";
    }
}
