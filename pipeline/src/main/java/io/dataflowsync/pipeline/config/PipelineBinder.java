package io.dataflowsync.pipeline.config;

import io.dataflowsync.pipeline.config.PipelineConfig.Ddl;
import io.dataflowsync.pipeline.config.PipelineConfig.OnError;
import io.dataflowsync.pipeline.config.PipelineConfig.Rules;
import io.dataflowsync.pipeline.config.PipelineConfig.SnapshotMode;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.Start;
import io.dataflowsync.pipeline.config.PipelineConfig.StartFrom;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads a pipeline's configuration from everything under {@code dfs}. */
final class PipelineBinder {
    private static final String PROJECT = "[a-z0-9][a-z0-9-]{0,49}";
    private static final Map<String, SnapshotMode> SNAPSHOT =
            inOrder("initial", SnapshotMode.INITIAL, "never", SnapshotMode.NEVER, "only", SnapshotMode.ONLY);
    private static final Map<String, UncapturedReference> UNCAPTURED = inOrder(
            "keep",
            UncapturedReference.KEEP,
            "null",
            UncapturedReference.NULL,
            "dead-letter",
            UncapturedReference.DEAD_LETTER);
    private static final Map<String, OnError> ON_ERROR =
            new TreeMap<>(Map.of("dead-letter", OnError.DEAD_LETTER, "stop", OnError.STOP));
    private static final Map<String, Ddl> DDL = inOrder("apply", Ddl.APPLY, "stop", Ddl.STOP, "ignore", Ddl.IGNORE);

    private final SectionReader dfs;
    private final ServerBinder servers;

    PipelineBinder(SectionReader dfs, ServerBinder servers) {
        this.dfs = dfs;
        this.servers = servers;
    }

    private static <T> Map<String, T> inOrder(String a, T forA, String b, T forB, String c, T forC) {
        Map<String, T> words = new java.util.LinkedHashMap<>();
        words.put(a, forA);
        words.put(b, forB);
        words.put(c, forC);
        return words;
    }

    PipelineConfig bind(Places places) {
        String project = project();
        SourceConfig source = dfs.section("source").map(servers::source).orElseGet(this::noSource);
        Optional<StartFrom> startFrom = dfs.section("start-from").flatMap(PipelineBinder::startFrom);
        PipelineConfig config = new PipelineConfig(
                project,
                source,
                dfs.section("target").map(servers::target),
                dfs.section("log").map(section -> servers.log(section, project)),
                dfs.section("broker").map(servers::broker),
                new Start(snapshot(startFrom.isPresent()), startFrom),
                new Rules(
                        IdentityBinder.identity(dfs).orElse(new Identity.Allocate()),
                        dfs.word("uncaptured", UNCAPTURED, UncapturedReference.KEEP),
                        dfs.word("on-error", ON_ERROR, OnError.DEAD_LETTER),
                        dfs.word("ddl", DDL, Ddl.STOP)),
                dfs.section("tables").map(TableBinder::tables).orElse(Map.of()),
                places);
        dfs.end();
        return config;
    }

    private String project() {
        String project = dfs.needName("project", "shop");
        if (!project.isBlank() && !project.matches(PROJECT)) {
            dfs.problem(
                    "project",
                    "not a project's name: '" + project + "'",
                    "write up to 50 lower case letters, digits and hyphens, a letter or digit first");
        }
        return project;
    }

    private SourceConfig noSource() {
        if (!dfs.has("source")) {
            dfs.problem("source", "missing", "write source: { host, user, password, schemas }");
        }
        return new SourceConfig("", 0, "", new Secret(""), List.of());
    }

    /** Reads the snapshot mode. A file with {@code start-from} wants no snapshot. */
    private SnapshotMode snapshot(boolean startsElsewhere) {
        SnapshotMode mode = dfs.word("snapshot", SNAPSHOT, startsElsewhere ? SnapshotMode.NEVER : SnapshotMode.INITIAL);
        if (startsElsewhere && mode != SnapshotMode.NEVER) {
            dfs.problem(
                    "snapshot",
                    "a snapshot together with start-from, which starts without a snapshot",
                    "write snapshot: never, or leave start-from out");
        }
        return mode;
    }

    private static Optional<StartFrom> startFrom(SectionReader section) {
        Optional<String> file = section.name("file");
        long position = section.number("position", 0, 4, Long.MAX_VALUE);
        Optional<String> gtids = section.name("gtid-set");
        section.end();
        if (gtids.isPresent()) {
            if (section.has("file") || section.has("position")) {
                section.problem("gtid-set", "a gtid-set together with file and position", "write one of the two");
            }
            return gtids.map(StartFrom.GtidSet::new);
        }
        if (section.has("gtid-set")) {
            return Optional.empty();
        }
        if (!section.has("file")) {
            section.problem("file", "missing", "write file: mysql-bin.000002 and position: 4, or a gtid-set");
        } else if (!section.has("position")) {
            section.problem("position", "missing", "write position: 4 for the start of the file");
        }
        return file.map(name -> new StartFrom.BinlogPlace(name, position));
    }
}
