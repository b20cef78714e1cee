package io.dataflowsync.sandbox;

import io.dataflowsync.sandbox.compose.ComposeTestCommand;
import io.dataflowsync.sandbox.demo.ArchiveCommand;
import io.dataflowsync.sandbox.demo.CheckCommand;
import io.dataflowsync.sandbox.demo.DemoCommand;
import io.dataflowsync.sandbox.demo.RunCommand;
import io.dataflowsync.sandbox.fire.FireCommand;
import io.dataflowsync.sandbox.fuzz.FuzzCommand;
import io.dataflowsync.sandbox.rehearsal.RehearseCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Lists the commands of {@code ./dfs} that need more than a shell. */
@Command(
        name = "dfs",
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            CheckCommand.class,
            FireCommand.class,
            FuzzCommand.class,
            RehearseCommand.class,
            ArchiveCommand.class,
            ComposeTestCommand.class
        })
public final class DfsCommand {
    private DfsCommand() {}

    /** Runs a command and returns its exit code: 0 done, 1 failed, 2 wrong arguments. */
    public static int execute(String... arguments) {
        return new CommandLine(new DfsCommand()).execute(arguments);
    }
}
