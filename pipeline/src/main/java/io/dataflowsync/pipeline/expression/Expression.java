package io.dataflowsync.pipeline.expression;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.jexl3.JexlException;
import org.apache.commons.jexl3.JexlScript;
import org.jspecify.annotations.Nullable;

/**
 * Evaluates an expression over the columns of a row, by their names on the topic. It is parsed once, thread-safe, and equal by its text.
 */
public final class Expression {
    private static final int LONGEST = 10_000;

    private final String text;
    private final JexlScript script;
    private final Set<String> columns;

    private Expression(String text, JexlScript script, Set<String> columns) {
        this.text = text;
        this.script = script;
        this.columns = columns;
    }

    /**
     * Parses an expression.
     *
     * @throws ExpressionException if the text is not an expression; the message names the place
     */
    public static Expression of(String text) {
        if (text.isBlank()) {
            throw new ExpressionException("empty");
        }
        if (text.length() > LONGEST) {
            throw new ExpressionException("longer than " + LONGEST + " characters");
        }
        if (text.indexOf('`') >= 0) {
            throw new ExpressionException("column " + (text.indexOf('`') + 1) + ": a text cannot stand in back quotes");
        }
        try {
            JexlScript script = Language.read(text);
            return new Expression(text, script, columnsOf(script));
        } catch (JexlException e) {
            throw new ExpressionException(Language.reason(e));
        } catch (StackOverflowError e) {
            throw new ExpressionException("too deep: it has too many brackets in each other");
        }
    }

    private static Set<String> columnsOf(JexlScript script) {
        Set<String> columns = new LinkedHashSet<>();
        for (List<String> path : script.getVariables()) {
            if (path.size() != 1) {
                throw new ExpressionException("a column has no parts: " + String.join(".", path));
            }
            columns.add(path.get(0));
        }
        return Set.copyOf(columns);
    }

    /** Returns the columns that it reads by their plain names, without those in {@code column('…')}. */
    public Set<String> columns() {
        return columns;
    }

    /**
     * Whether it may read a column, by its plain name or in {@code column('…')}. If the name in {@code column(…)} is computed, it may be
     * any column.
     */
    public boolean reads(String column) {
        return columns.stream().anyMatch(column::equalsIgnoreCase) || NamedColumns.mayBe(text, column);
    }

    /**
     * Computes its value, of a type that a row may hold.
     *
     * @throws ExpressionException if it has no value
     */
    public @Nullable Object value(RowContext row) {
        return Numbers.stored(result(row));
    }

    /**
     * Whether the row matches: the value is true or a number other than 0. NULL does not match.
     *
     * @throws ExpressionException if the value is of another type, or there is no value
     */
    public boolean matches(RowContext row) {
        Object result = result(row);
        return result != null && Numbers.truth(result);
    }

    private @Nullable Object result(RowContext row) {
        try {
            return script.execute(row);
        } catch (JexlException e) {
            for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
                if (cause instanceof ExpressionException known && known.isOfTheEvent()) {
                    throw known;
                }
            }
            throw new ExpressionException(Language.reason(e));
        } catch (ArithmeticException | StackOverflowError e) {
            throw new ExpressionException(String.valueOf(e.getMessage()));
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Expression that && text.equals(that.text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
