package io.dataflowsync.pipeline.pem;

/** Reports a PEM file that cannot be used, with the fix. */
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param what the fault, with the file's name
     * @param fix the text to write or the command to run instead
     */
    PemException(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    /** Returns the fault, with the file's name. */
    public String what() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }
}
