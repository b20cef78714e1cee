package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of the cases of a group, in their pipeline. A case that fails does not keep the others from their end. */
final class CaseRun {
    private final RunDirectory run;
    private final FaultServers servers;
    private final CaseGroup group;
    private final Map<CaseFile, Throwable> failures;

    /** @param failures gets the first failure of each case */
    CaseRun(RunDirectory run, FaultServers servers, CaseGroup group, Map<CaseFile, Throwable> failures) {
        this.run = run;
        this.servers = servers;
        this.group = group;
        this.failures = failures;
    }

    private interface Action {
        void of(CaseFile file) throws SQLException;
    }

    /** Makes the tables, starts the pipeline, takes the steps of the cases one after another, and compares. */
    void run() throws SQLException {
        servers.createSchemas(group.project());
        group.moreSchemas().forEach(schema -> servers.source().execute("", "CREATE SCHEMA " + schema));
        FaultPipeline.lastRow(servers, group.project());
        each(this::prepare);
        try (FaultPipeline pipeline = start()) {
            pipeline.awaitSnapshot();
            each(file -> takeSteps(file, pipeline));
            CaseCheck check = new CaseCheck(run, pipeline, group);
            each(check::assertComesOut);
        } catch (LaunchFailure refused) {
            CaseLogs logs = new CaseLogs(run, group.project());
            each(file -> {
                if (!logs.sayInstead(file.scenario())) {
                    throw refused;
                }
            });
        }
    }

    private void each(Action action) {
        for (CaseFile file : group.cases()) {
            if (failures.containsKey(file)) {
                continue;
            }
            try {
                action.of(file);
            } catch (Exception | AssertionError e) {
                failures.put(file, e);
            }
        }
    }

    private void prepare(CaseFile file) throws SQLException {
        servers.target().execute(FaultPipeline.targetSchema(group.project()), file.onTarget());
        try (Connection source = servers.source().connect(group.project());
                Statement statement = source.createStatement()) {
            for (String sql : file.beforeTheStart()) {
                statement.execute(sql);
            }
        }
    }

    private FaultPipeline start() {
        String tables = group.cases().stream()
                .flatMap(file -> file.scenario().lines("pipeline").stream())
                .map(line -> "  " + line + "\n")
                .collect(Collectors.joining("", "tables:\n", ""));
        List<String> schemas = Stream.concat(Stream.of(group.project()), group.moreSchemas().stream())
                .toList();
        Map<String, String> environment = Map.of("DFS_ADMIN_PASSWORD", CapturePoint.PASSWORD);
        return new FaultPipeline(run, servers, schemas, group.settings() + tables, environment);
    }

    private void takeSteps(CaseFile file, FaultPipeline pipeline) throws SQLException {
        try (CaseSession session = new CaseSession(servers.source(), pipeline, group.project())) {
            for (CaseStep step : file.steps()) {
                step.take(session);
            }
        }
    }
}
