package io.dataflowsync.pipeline.expression;

/** Reports an expression that cannot be parsed, or has no value for a row. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final boolean ofTheEvent;

    public ExpressionException(String text) {
        this(text, false);
    }

    private ExpressionException(String text, boolean ofTheEvent) {
        super(text);
        this.ofTheEvent = ofTheEvent;
    }

    /** Reports a column that the row of an event lacks, although its table has it. */
    static ExpressionException lacking(String column) {
        return new ExpressionException("it reads column '" + column + "', which the event lacks", true);
    }

    /** Whether the cause is the event, which lacks a column of its table, and not the expression. */
    public boolean isOfTheEvent() {
        return ofTheEvent;
    }
}
