package io.dataflowsync.bench;

import picocli.CommandLine;

/** The program that {@code ./dfs bench} runs. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new BenchCommand()).execute(arguments));
    }
}
