package io.dataflowsync.pipeline.config;

/** A password or another secret. It prints as stars, so that it appears in no log. */
public record Secret(String value) {
    /** Stands for a secret that the process does not need. */
    static final Secret NONE = new Secret("");

    @Override
    public String toString() {
        return "***";
    }
}
