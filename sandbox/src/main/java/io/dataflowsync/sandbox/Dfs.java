package io.dataflowsync.sandbox;

/** The command line behind {@code ./dfs}. */
public final class Dfs {
    private Dfs() {}

    public static void main(String[] arguments) {
        System.exit(DfsCommand.execute(arguments));
    }
}
