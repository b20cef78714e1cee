package io.dataflowsync.dpu.schema;

/** The parser cannot read a statement. */
final class UnreadableDdlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableDdlException(String text) {
        super(text);
    }
}
