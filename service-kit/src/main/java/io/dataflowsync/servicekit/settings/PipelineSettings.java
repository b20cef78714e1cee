package io.dataflowsync.servicekit.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Passes settings from the pipeline file to the framework. Some of them are secrets, so they must not be system properties, which are
 * visible. The framework creates the only instance with the service loader, so {@code main} passes the settings in a static field.
 */
public final class PipelineSettings implements ConfigSource {
    /** Takes precedence over the environment and the application's own settings, but not over the system properties. */
    private static final int ORDINAL = 350;

    private static volatile Map<String, String> settings = Map.of();

    /**
     * Sets the settings; must be called before the framework starts.
     *
     * @param all the settings by name
     */
    public static void use(Map<String, String> all) {
        Map<String, String> escaped = new HashMap<>(all);
        // The framework would replace ${NAME} in a password by another setting.
        escaped.replaceAll((name, value) -> value.replace("$", "\\$"));
        settings = Map.copyOf(escaped);
    }

    @Override
    public Set<String> getPropertyNames() {
        return settings.keySet();
    }

    @Override
    public @Nullable String getValue(String name) {
        return settings.get(name);
    }

    @Override
    public String getName() {
        return "the pipeline file";
    }

    @Override
    public int getOrdinal() {
        return ORDINAL;
    }
}
