package io.dataflowsync.sandbox.rehearsal;

import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.demo.Report;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.rehearsal.SqlFile.Part;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows on this machine, with an operator's own tables and rows, whether they arrive under new keys. */
@Command(
        name = "rehearse",
        description = "Loads SQL files into an embedded MySQL 5.7, replicates them to an embedded 8.0 and compares.")
public final class RehearseCommand implements Callable<Integer> {
    private static final int DIFFERENCES_SHOWN = 50;

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "SQL that makes tables and fills them, in this order")
    private List<Path> files = List.of();

    @Option(
            names = "--kills",
            description = "reads the snapshot only, and kills the services this number of times meanwhile")
    private int kills;

    @Option(
            names = "--with-dump",
            description = "reads the snapshot only, and times mysqldump piped into mysql for comparison")
    private boolean withDump;

    private final Progress progress = Progress.to(System.out);

    @Override
    public Integer call() throws IOException {
        SqlFile file;
        try {
            file = SqlFile.read(files);
        } catch (NoSuchFileException e) {
            progress.line("there is no file " + e.getFile());
            return 1;
        } catch (IOException e) {
            progress.line(String.valueOf(e.getMessage()));
            return 1;
        }
        progress.line("schema " + file.schema() + ": " + file.count(Part.TABLES) + " statements for the tables, "
                + file.count(Part.ROWS) + " for the rows");
        if (kills > 0 || withDump) {
            return isClean(file, new RehearsalOptions(false, kills, withDump)) ? 0 : 1;
        }
        boolean bySnapshot = isClean(file, RehearsalOptions.plain(false));
        boolean byStream = isClean(file, RehearsalOptions.plain(true));
        return bySnapshot && byStream ? 0 : 1;
    }

    private boolean isClean(SqlFile file, RehearsalOptions options) throws IOException {
        progress.line(
                "\n" + (options.streaming() ? "loaded while the changes are followed" : "loaded before the snapshot"));
        try (RunDirectory run = RunDirectory.open()) {
            Report report = Rehearsal.run(run, file, options, progress);
            report.differences().stream().limit(DIFFERENCES_SHOWN).forEach(d -> progress.line("  " + d));
            report.remarks().forEach(remark -> progress.line("  " + remark));
            progress.line(String.format(
                    "captured %d, applied %d (and %d that change no row), failed %d%s; %d rows compared, differences %d",
                    report.captured(),
                    report.applied(),
                    report.figures().skipped(),
                    report.failed(),
                    report.figures().unapplied(),
                    report.rows(),
                    report.differences().size()));
            return report.isClean();
        } catch (EngineFailure | LaunchFailure | IllegalStateException | SQLException e) {
            progress.line("failed: " + e.getMessage());
            return false;
        }
    }
}
