package io.dataflowsync.contract.config;

import java.nio.file.Path;
import java.util.Map;

/** A pipeline file, with the places of its values. */
public final class PipelineFile {
    private PipelineFile() {}

    /**
     * Reads a pipeline file.
     *
     * @param environment overrides and fills in values: {@code DFS_SOURCE_PASSWORD} is {@code dfs.source.password}, {@code ${NAME}}
     *     in a value is the variable of that name
     * @throws InvalidPipelineException with every problem of the file
     */
    public static PipelineConfig read(Path file, Map<String, String> environment) {
        throw new UnsupportedOperationException(file + " " + environment.size());
    }
}
