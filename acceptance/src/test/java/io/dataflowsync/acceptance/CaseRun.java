package io.dataflowsync.acceptance;

import io.dataflowsync.acceptance.CaseFile.Sharing;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.LaunchFailure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;

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

    /**
     * Makes the tables, starts the pipeline, takes the steps of the cases, and compares.
     *
     * @return those whose turn does not come in this pipeline, since the one before them leaves something behind
     */
    List<CaseFile> run() throws SQLException {
        servers.createSchemas(group.project());
        group.moreSchemas().forEach(schema -> servers.source().execute("", "CREATE SCHEMA " + schema));
        FaultPipeline.lastRow(servers, group.project());
        each(this::prepare);
        try (FaultPipeline pipeline = start()) {
            pipeline.awaitSnapshot();
            if (group.sharing() == Sharing.IN_TURN) {
                return inTurn(pipeline);
            }
            each(file -> takeSteps(file, pipeline));
            each(check(pipeline)::assertComesOut);
        } catch (LaunchFailure refused) {
            CaseLogs logs = new CaseLogs(run, group.project());
            each(file -> {
                if (!logs.sayInstead(file.scenario())) {
                    throw refused;
                }
            });
        }
        return List.of();
    }

    private List<CaseFile> inTurn(FaultPipeline pipeline) {
        List<CaseFile> rest = new ArrayList<>(group.cases());
        do {
            CaseFile next = rest.remove(0);
            of(next, file -> {
                takeSteps(file, pipeline);
                check(pipeline).assertComesOut(file);
            });
        } while (!rest.isEmpty() && comesToRest(pipeline));
        return rest;
    }

    /**
     * Dismisses the dead letters that the last case leaves on purpose, after all of it is compared. So the next case can use the same
     * pipeline, whose start takes longer than most cases.
     *
     * @return whether nothing of the last case stands still
     */
    private static boolean comesToRest(FaultPipeline pipeline) {
        CapturePoint capture = new CapturePoint(pipeline);
        if (!capture.isRunning()) {
            return false;
        }
        try {
            new OperatorCalls(pipeline).dismissAll("");
        } catch (ConditionTimeoutException e) {
            return false;
        }
        return capture.isRunning();
    }

    private CaseCheck check(FaultPipeline pipeline) {
        return new CaseCheck(run, pipeline, group);
    }

    private void each(Action action) {
        group.cases().forEach(file -> of(file, action));
    }

    private void of(CaseFile file, Action action) {
        if (failures.containsKey(file)) {
            return;
        }
        try {
            action.of(file);
        } catch (Exception | AssertionError e) {
            failures.put(file, e);
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
        String word = group.sharing() == Sharing.IN_TURN ? file.name() : "";
        try (CaseSession session = new CaseSession(servers.source(), pipeline, group.project(), word)) {
            for (CaseStep step : file.steps()) {
                step.take(session);
            }
        }
    }
}
