package io.dataflowsync.acceptance;

import io.dataflowsync.acceptance.CaseFile.Sharing;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.MySql57;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.sql.SQLException;
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
record CaseGroup(String project, String settings, Sharing sharing, List<CaseFile> cases) {
    /** So many that starting their pipeline weighs little, and so few that another pipeline is not idle at the end. */
    private static final int IN_TURN = 12;

    private record Kind(Sharing sharing, String settings) {}

    /** Puts those together that may be. */
    static List<CaseGroup> of(List<CaseFile> files) {
        Map<Kind, List<CaseFile>> kinds = new LinkedHashMap<>();
        files.forEach(
                file -> kinds.computeIfAbsent(new Kind(file.sharing(), file.settings()), kind -> new ArrayList<>())
                        .add(file));
        List<CaseGroup> groups = new ArrayList<>();
        kinds.forEach((kind, together) -> {
            int size =
                    switch (kind.sharing()) {
                        case SIDE_BY_SIDE -> together.size();
                        case IN_TURN -> IN_TURN;
                        case NONE -> 1;
                    };
            for (int from = 0; from < together.size(); from += size) {
                List<CaseFile> cases = together.subList(from, Math.min(from + size, together.size()));
                String project =
                        kind.sharing() == Sharing.NONE ? cases.get(0).name().replace("_", "") : "cases" + groups.size();
                groups.add(new CaseGroup(project, kind.settings(), kind.sharing(), cases));
            }
        });
        return groups;
    }

    /** Runs the cases; never fails as a whole. */
    List<CaseOutcome> run(RunDirectory run, FaultServers servers) {
        Map<CaseFile, Throwable> failures = new LinkedHashMap<>();
        List<CaseFile> rest = cases;
        for (int part = 0; !rest.isEmpty(); part++) {
            CaseGroup left = part == 0 ? this : new CaseGroup(project + "part" + part, settings, sharing, rest);
            try {
                rest = left.runOn(run, servers, failures);
            } catch (Exception | AssertionError e) {
                rest.forEach(file -> failures.putIfAbsent(file, e));
                rest = List.of();
            }
        }
        return cases.stream()
                .map(file -> new CaseOutcome(file, failures.get(file)))
                .toList();
    }

    /** Returns those that have yet to be run, in a new pipeline. */
    private List<CaseFile> runOn(RunDirectory run, FaultServers servers, Map<CaseFile, Throwable> failures)
            throws SQLException {
        String[] flags =
                cases.stream().flatMap(file -> file.sourceFlags().stream()).toArray(String[]::new);
        if (flags.length == 0) {
            return new CaseRun(run, servers, this, failures).run();
        }
        try (MySql57 source = MySql57.start(run, EngineOptions.DEFAULT.withFlags(flags))) {
            return new CaseRun(run, servers.withSource(source), this, failures).run();
        }
    }

    /** Captured schemas of the source beside the pipeline's own. */
    List<String> moreSchemas() {
        return cases.stream().flatMap(file -> file.moreSchemas().stream()).toList();
    }
}
