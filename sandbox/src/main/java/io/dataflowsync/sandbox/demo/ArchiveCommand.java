package io.dataflowsync.sandbox.demo;

import io.dataflowsync.sandbox.engine.JvmArchive;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceArchives;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/**
 * The last step of a build: lets every program run once, so that the next starts are quick.
 *
 * <p>A program writes its archive when it ends, which takes it seconds, on a busy machine more than a minute. One that is killed meanwhile
 * leaves none.
 */
@Command(name = "archive", hidden = true)
public final class ArchiveCommand implements Callable<Integer> {
    private static final int TRANSACTIONS = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Override
    public Integer call() throws IOException, SQLException {
        JvmArchive.make();
        try (RunDirectory run = RunDirectory.open();
                Demo demo = Demo.start(run, DemoOptions.DEFAULT, Progress.silent())) {
            demo.transact(TRANSACTIONS);
            demo.awaitDrained(PATIENCE, Progress.silent());
            for (Service service : Service.values()) {
                demo.service(service).stop(PATIENCE);
            }
            demo.engines().broker().child().stop(PATIENCE);
        }
        return ServiceArchives.areMade() ? 0 : 1;
    }
}
