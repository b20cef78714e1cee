package io.dataflowsync.acceptance;

import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Cases that share a pipeline.
 *
 * @param project the pipeline's name
 * @param settings further lines of the pipeline file
 */
record CaseGroup(String project, String settings, List<CaseFile> cases) {

    /** Puts those together that may be, and each of the others in a pipeline of its own. */
    static List<CaseGroup> of(List<CaseFile> files) {
        Map<String, List<CaseFile>> shared = new LinkedHashMap<>();
        files.stream().filter(file -> !file.hasPipelineOfItsOwn()).forEach(file -> shared.computeIfAbsent(
                        file.settings(), settings -> new ArrayList<>())
                .add(file));
        List<CaseGroup> groups = new ArrayList<>();
        shared.forEach((settings, together) -> groups.add(new CaseGroup("shared" + groups.size(), settings, together)));
        files.stream()
                .filter(CaseFile::hasPipelineOfItsOwn)
                .forEach(file ->
                        groups.add(new CaseGroup(file.name().replace("_", ""), file.settings(), List.of(file))));
        return groups;
    }

    /** Runs the cases; never fails as a whole. */
    List<CaseOutcome> run(RunDirectory run, FaultServers servers) {
        Instant begun = Instant.now();
        Map<CaseFile, Throwable> failures = new LinkedHashMap<>();
        try {
            runOn(run, servers, failures);
        } catch (Exception | AssertionError e) {
            cases.forEach(file -> failures.putIfAbsent(file, e));
        }
        Duration took = Duration.between(begun, Instant.now());
        return cases.stream()
                .map(file -> new CaseOutcome(file, failures.get(file), took))
                .toList();
    }

    private void runOn(RunDirectory run, FaultServers servers, Map<CaseFile, Throwable> failures) throws SQLException {
        String[] flags =
                cases.stream().flatMap(file -> file.sourceFlags().stream()).toArray(String[]::new);
        if (flags.length == 0) {
            new CaseRun(run, servers, this, failures).run();
            return;
        }
        try (MySql57 source = MySql57.start(run, EngineOptions.DEFAULT.withFlags(flags))) {
            new CaseRun(run, servers.withSource(source), this, failures).run();
        }
    }

    /** Captured schemas of the source beside the pipeline's own. */
    List<String> moreSchemas() {
        return cases.stream().flatMap(file -> file.moreSchemas().stream()).toList();
    }
}
