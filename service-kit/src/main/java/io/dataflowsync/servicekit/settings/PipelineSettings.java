package io.dataflowsync.servicekit.settings;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Gives the framework what the pipeline file means for it. Some of it is a secret, and would be in sight of everybody among the system
 * properties. The framework makes the only instance by the service loader, so what {@code main} has read is handed over in a field.
 */
public final class PipelineSettings implements ConfigSource {
    /** Above the environment and the application's own, below the system properties. */
    private static final int ORDINAL = 350;

    private static volatile Map<String, String> settings = Map.of();

    /** @param all by name; to be called before the framework starts */
    public static void use(Map<String, String> all) {
        Map<String, String> escaped = new HashMap<>(all);
        // The framework would take ${NAME} in a password for another setting.
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
