package io.dataflowsync.contract.config;

/** A password. Prints as stars, so that it appears in no log. */
public record Secret(String value) {
    /** Instead of one that a process does not need. */
    static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return "***";
    }
}
