package io.dataflowsync.bench;

import io.dataflowsync.bench.report.Figure;
import io.dataflowsync.bench.report.FigureFile;
import io.dataflowsync.bench.report.FigureTable;
import io.dataflowsync.bench.report.PerformancePage;
import io.dataflowsync.bench.scenario.BenchFailure;
import io.dataflowsync.sandbox.demo.KeptLogs;
import io.dataflowsync.sandbox.demo.Progress;
import io.dataflowsync.sandbox.engine.EngineFailure;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import io.dataflowsync.sandbox.launch.ProjectRoot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Measures, and prints the figures. */
@Command(name = "bench", description = "How fast the pipeline is, compared with its peers and the engines' own limits.")
public final class BenchCommand implements Callable<Integer> {
    @Option(names = "--only", split = ",", paramLabel = "W", description = "these workloads: W1,W2")
    private List<String> only = List.of();

    @Option(names = "--quick", description = "small sizes, and each once")
    private boolean quick;

    @Option(names = "--repeats", paramLabel = "N", description = "how often each is timed (3; 1 with --quick)")
    private @Nullable Integer repeats;

    @Option(
            names = "--peers",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "measure the peers too, or not")
    private boolean peers;

    @Option(names = "--json", paramLabel = "FILE", description = "the figures for machines")
    private @Nullable Path json;

    @Option(names = "--jfr", paramLabel = "DIR", description = "flight recordings of the services while they are timed")
    private @Nullable Path jfr;

    @Option(
            names = "--report",
            paramLabel = "FILE",
            description = "write the figures of that JSON file into docs/performance.md, and measure nothing")
    private @Nullable Path report;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (report != null) {
            PerformancePage.write(ProjectRoot.path().resolve("docs/performance.md"), figures(report));
            return 0;
        }
        requireKnownWorkloads();
        return measure();
    }

    private List<Figure> figures(Path file) {
        try {
            return FigureFile.read(file);
        } catch (IOException e) {
            String why = Files.isReadable(file) ? "no figures that --json wrote" : "no such file, or not readable";
            throw refused("--report " + file + ": " + why);
        }
    }

    private void requireKnownWorkloads() {
        for (String workload : only) {
            if (BenchOptions.WORKLOADS.stream().noneMatch(workload::equalsIgnoreCase)) {
                throw refused("no workload " + workload + "; there are " + String.join(", ", BenchOptions.WORKLOADS));
            }
        }
    }

    private ParameterException refused(String why) {
        return new ParameterException(Objects.requireNonNull(spec).commandLine(), why);
    }

    private int measure() throws IOException {
        int rounds = repeats != null ? repeats : quick ? 1 : 3;
        BenchOptions options = new BenchOptions(only, quick, rounds, peers, Optional.ofNullable(jfr));
        Progress progress = Progress.to(System.out);
        try (RunDirectory run = RunDirectory.open()) {
            Bench bench = new Bench(run, options, progress);
            int code = 0;
            try {
                bench.run();
            } catch (BenchFailure | EngineFailure | LaunchFailure e) {
                System.err.println("failed: " + e.getMessage() + "; the figures measured before follow");
                System.err.println("the logs are in " + KeptLogs.keep(run));
                code = 1;
            }
            print(bench.figures(), progress);
            return code;
        }
    }

    private void print(List<Figure> figures, Progress progress) throws IOException {
        progress.line("\n" + FigureTable.plain(figures));
        if (json != null) {
            FigureFile.write(json, figures);
        }
    }
}
