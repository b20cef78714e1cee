package io.dataflowsync.contract.config;

/** A password. Prints as stars, so that it appears in no log. */
public record Secret(String value) {
    @Override
    public String toString() {
        return "***";
    }
}
