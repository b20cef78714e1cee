package io.dataflowsync.pipeline.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a pipeline file, with the places of its values. */
public final class PipelineFile {
    private static final String ROOT = "dfs";

    private final Problems problems = new Problems();
    private final String fileName;
    private final Path directory;
    private final Map<String, String> environment;
    private final Set<ServerName> needed;

    private PipelineFile(Path file, Map<String, String> environment, Set<ServerName> needed) {
        this.fileName = String.valueOf(file.getFileName());
        this.directory = file.toAbsolutePath().resolveSibling("").normalize();
        this.environment = environment;
        this.needed = needed;
    }

    /**
     * Reads a pipeline file.
     *
     * @param environment the variables that override and fill in values: {@code DFS_SOURCE_PASSWORD} is {@code dfs.source.password},
     *     {@code ${NAME}} in a value is the variable of that name
     * @throws InvalidPipelineException with every problem of the file
     */
    public static PipelineConfig read(Path file, Map<String, String> environment) {
        return read(file, environment, ServerName.all());
    }

    /**
     * Reads a pipeline file for a process that connects only to some of its servers. For the other servers it needs no password,
     * certificate or key: it opens none of these files, and keeps an empty password instead.
     *
     * @param needed the servers that the process connects to
     * @throws InvalidPipelineException with every problem of the file
     */
    public static PipelineConfig read(Path file, Map<String, String> environment, Set<ServerName> needed) {
        return new PipelineFile(file, environment, needed).bind(text(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw unreadable(file, "no such file");
        } catch (CharacterCodingException e) {
            throw unreadable(file, "not UTF-8 text");
        } catch (IOException e) {
            throw unreadable(file, "cannot be read");
        }
    }

    private static InvalidPipelineException unreadable(Path file, String what) {
        return new InvalidPipelineException(List.of(new Problem(
                file.toString(),
                what,
                "write the pipeline file there, or name another one (the services read DFS_PIPELINE)")));
    }

    private PipelineConfig bind(String text) {
        Setting.Section root =
                new YamlTree(fileName, new Variables(environment, unread(), problems), problems).read(text);
        if (root.settings().isEmpty() && !problems.isEmpty()) {
            throw problems.toException();
        }
        Setting.Section dfs = dfs(root);
        new Overrides(environment, problems).applyTo(dfs);
        if (dfs.settings().isEmpty()) {
            if (!problems.isEmpty()) {
                throw problems.toException();
            }
            problems.add(dfs.origin(), ROOT, "missing", "write 'dfs:' and the settings under it");
            throw problems.toException();
        }
        PipelineConfig config = new PipelineBinder(
                        new SectionReader(dfs, ROOT, problems), new ServerBinder(directory, needed))
                .bind(Places.of(dfs, ROOT));
        if (!problems.isEmpty()) {
            throw problems.toException();
        }
        return config;
    }

    /** Returns the paths of the secrets of servers that the process does not connect to. */
    private Set<String> unread() {
        return ServerName.all().stream()
                .filter(server -> !needed.contains(server))
                .map(server -> ROOT + "." + server.password())
                .collect(Collectors.toUnmodifiableSet());
    }

    private Setting.Section dfs(Setting.Section root) {
        root.settings().forEach((key, setting) -> {
            if (!key.equals(ROOT)) {
                problems.add(setting.origin(), key, "unknown key", "write everything under 'dfs:'");
            }
        });
        Setting dfs = root.settings().get(ROOT);
        if (dfs instanceof Setting.Section section) {
            return section;
        }
        return new Setting.Section(dfs == null ? root.origin() : dfs.origin(), new LinkedHashMap<>());
    }
}
