package io.dataflowsync.pipeline.config;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Remembers where each setting of a configuration was written. All objects are equal, so that configurations compare by their settings, not
 * by the places.
 */
public final class Places {
    /** The places of a configuration that does not come from a file. */
    public static final Places NONE = new Places(Map.of());

    private final Map<String, Origin> origins;

    private Places(Map<String, Origin> origins) {
        this.origins = origins;
    }

    static Places of(Setting.Section root, String path) {
        Map<String, Origin> origins = new HashMap<>();
        collect(root, path, origins);
        return new Places(origins);
    }

    private static void collect(Setting setting, String path, Map<String, Origin> origins) {
        origins.put(path, setting.origin());
        if (setting instanceof Setting.Section section) {
            section.settings().forEach((key, value) -> collect(value, path + "." + key, origins));
        } else if (setting instanceof Setting.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                collect(sequence.items().get(i), path + "[" + i + "]", origins);
            }
        }
    }

    /** Whether a setting was written in the file or the environment. */
    public boolean has(String path) {
        return origins.containsKey(path);
    }

    /**
     * Returns the place of a setting, for a {@link Problem}: {@code pipeline.yaml:7 dfs.source.host}. A setting that is not in the file has
     * the line of the section to which it would belong.
     */
    public String of(String path) {
        String known = path;
        while (!origins.containsKey(known)) {
            int dot = known.lastIndexOf('.');
            if (dot < 0) {
                return path;
            }
            known = known.substring(0, dot);
        }
        return origins.get(known).at(path);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Places;
    }

    @Override
    public int hashCode() {
        return 1;
    }

    @Override
    public String toString() {
        return origins.size() + " places";
    }
}
