package io.dataflowsync.sandbox;

import io.dataflowsync.sandbox.demo.Commands;

/** The command line behind {@code ./dfs}. */
public final class Dfs {
    private Dfs() {}

    public static void main(String[] arguments) {
        System.exit(Commands.execute(arguments));
    }
}
