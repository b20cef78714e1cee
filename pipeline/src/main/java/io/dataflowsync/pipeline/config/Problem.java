package io.dataflowsync.pipeline.config;

/**
 * A fault that prevents the start of a pipeline.
 *
 * @param place the place: {@code pipeline.yaml:7 dfs.source.host}, or the variable of the environment
 * @param what the fault at that place
 * @param fix the text to write or the command to run instead
 */
public record Problem(String place, String what, String fix) {

    /** Returns the line for the reader. */
    @Override
    public String toString() {
        return place + ": " + what + "; " + fix;
    }
}
