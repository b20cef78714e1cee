package io.dataflowsync.contract.expression;

/** An expression that cannot be read, or has no value for a row; its text says why. */
public final class ExpressionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ExpressionException(String text) {
        super(text);
    }
}
