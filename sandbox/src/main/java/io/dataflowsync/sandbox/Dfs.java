package io.dataflowsync.sandbox;

/** The command line program that {@code ./dfs} runs. */
public final class Dfs {
    private Dfs() {}

    public static void main(String[] arguments) {
        System.exit(DfsCommand.execute(arguments));
    }
}
