package io.dataflowsync.contract.config;

/**
 * One thing that keeps a pipeline from starting.
 *
 * @param place where: {@code pipeline.yaml:7 dfs.source.host}, or the variable of the environment
 * @param what what is wrong there
 * @param fix what to write, or to run, instead
 */
public record Problem(String place, String what, String fix) {

    /** The one line that people read. */
    @Override
    public String toString() {
        return place + ": " + what + "; " + fix;
    }
}
