package io.dataflowsync.dpu.schema;

/** Reports a statement that the parser cannot read. */
final class UnreadableDdlException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnreadableDdlException(String text) {
        super(text);
    }
}
