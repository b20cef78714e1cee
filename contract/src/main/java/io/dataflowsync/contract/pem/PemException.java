package io.dataflowsync.contract.pem;

/** A PEM file that cannot be used, and what to do about it. */
public final class PemException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String fix;

    /**
     * @param what what is wrong, with the file's name
     * @param fix what to write or to run instead
     */
    PemException(String what, String fix) {
        super(what);
        this.fix = fix;
    }

    /** What is wrong, with the file's name. */
    public String what() {
        return String.valueOf(getMessage());
    }

    public String fix() {
        return fix;
    }
}
