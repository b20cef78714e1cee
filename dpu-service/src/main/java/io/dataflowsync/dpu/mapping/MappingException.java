package io.dataflowsync.dpu.mapping;

/** An event that cannot be mapped, now or later: its text says why and what would help. */
public final class MappingException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String code;

    /** @param code a word for machines, {@code unknown-column} */
    public MappingException(String code, String text) {
        super(text);
        this.code = code;
    }

    public String code() {
        return code;
    }
}
