package io.dataflowsync.pipeline.preflight;

import io.dataflowsync.pipeline.config.Places;
import io.dataflowsync.pipeline.config.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects problems, and warnings that do not prevent the start, each with its place in the file. */
final class Findings {
    private final Places places;
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> warnings = new ArrayList<>();

    Findings(Places places) {
        this.places = places;
    }

    /** @param path the path of the setting, {@code dfs.source.host} */
    void add(String path, String what, String fix) {
        problems.add(new Problem(places.of(path), what, fix));
    }

    /** Adds a warning: a fact that an operator must know, and that may be intended. */
    void warn(String path, String what, String fix) {
        warnings.add(new Problem(places.of(path), what, fix));
    }

    /** Whether the file or the environment has a setting. */
    boolean isWritten(String path) {
        return places.has(path);
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    List<Problem> problems() {
        return List.copyOf(problems);
    }

    List<Problem> warnings() {
        return List.copyOf(warnings);
    }
}
