package io.dataflowsync.pipeline.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Applies settings of the environment to the file's settings: {@code DFS_SOURCE_PORT} is {@code dfs.source.port}. A variable can override
 * each setting of the file, and outside of the tables it can also add one. A list is written with commas.
 */
final class Overrides {
    private static final String PREFIX = "DFS_";
    /** Variables of the services for another purpose: they say who may call the services. */
    private static final Set<String> RESERVED = Set.of(
            "DFS_PIPELINE",
            "DFS_USERS_FILE",
            "DFS_ADMIN_PASSWORD",
            "DFS_ADMIN_PASSWORD_FILE",
            "DFS_ALLOWED_HOSTS",
            "DFS_OIDC_URL",
            "DFS_OIDC_AUDIENCE",
            "DFS_OIDC_ROLES");

    private static final List<String> LISTS = List.of("source.schemas", "source.include", "source.exclude");
    private static final Map<String, String> PASSWORDS =
            Map.of("password", "password-file", "password-file", "password");
    private static final List<String> ALWAYS = List.of(
            "project",
            "source.host",
            "source.port",
            "source.user",
            "source.password",
            "source.password-file",
            "source.tls",
            "source.tls.mode",
            "source.tls.ca",
            "source.tls.certificate",
            "source.tls.key",
            "source.allow-public-key-retrieval",
            "source.schemas",
            "source.include",
            "source.exclude",
            "target.host",
            "target.port",
            "target.user",
            "target.password",
            "target.password-file",
            "target.tls",
            "target.tls.mode",
            "target.tls.ca",
            "target.tls.certificate",
            "target.tls.key",
            "target.allow-public-key-retrieval",
            "target.schema",
            "target.checkpoint-schema",
            "log.host",
            "log.port",
            "log.user",
            "log.password",
            "log.password-file",
            "log.tls",
            "log.tls.mode",
            "log.tls.ca",
            "log.tls.certificate",
            "log.tls.key",
            "log.schema",
            "broker.bootstrap-servers",
            "broker.partitions",
            "broker.replication-factor",
            "broker.tls",
            "broker.tls.mode",
            "broker.tls.ca",
            "broker.tls.certificate",
            "broker.tls.key",
            "broker.sasl.mechanism",
            "broker.sasl.user",
            "broker.sasl.password",
            "broker.sasl.password-file",
            "snapshot",
            "start-from.file",
            "start-from.position",
            "start-from.gtid-set",
            "identity",
            "identity.offset",
            "uncaptured",
            "on-error");

    private final Map<String, String> environment;
    private final Problems problems;

    Overrides(Map<String, String> environment, Problems problems) {
        this.environment = environment;
        this.problems = problems;
    }

    /** Applies the overrides to the settings under {@code dfs}. */
    void applyTo(Setting.Section dfs) {
        Map<String, List<String>> paths = new LinkedHashMap<>();
        for (String path : ALWAYS) {
            paths.put(variableOf(List.of(path.split("\\.", -1))), List.of(path.split("\\.", -1)));
        }
        addPaths(dfs, List.of(), paths);
        new TreeMap<>(environment).forEach((name, value) -> {
            if (name.startsWith(PREFIX) && !RESERVED.contains(name)) {
                List<String> path = paths.get(name);
                if (path != null) {
                    put(dfs, path, setting(name, path, value));
                } else {
                    problems.add(Origin.ofVariable(name), "", "no setting has this variable", fix(name, paths));
                }
            }
        });
    }

    private static String fix(String name, Map<String, List<String>> paths) {
        return NearestWord.to(name, paths.keySet())
                .map(nearest -> "did you mean " + nearest + "?")
                .orElse("unset it: DFS_ is for settings of the pipeline file");
    }

    private static Setting setting(String name, List<String> path, String value) {
        Origin origin = Origin.ofVariable(name);
        if (!LISTS.contains(String.join(".", path))) {
            return new Setting.Text(origin, value, false);
        }
        List<Setting> items = Stream.of(value.split(",", -1))
                .map(item -> (Setting) new Setting.Text(origin, item.strip(), false))
                .toList();
        return new Setting.Sequence(origin, items);
    }

    private static void put(Setting.Section section, List<String> path, Setting setting) {
        String key = path.get(0);
        if (path.size() == 1) {
            replace(section, key);
            section.settings().put(key, setting);
            return;
        }
        if (!(section.settings().get(key) instanceof Setting.Section)) {
            section.settings().put(key, new Setting.Section(section.origin(), new LinkedHashMap<>()));
        }
        put((Setting.Section) section.settings().get(key), path.subList(1, path.size()), setting);
    }

    /** Removes the file's password if the environment sets one: either of them may be a value or a file. */
    private static void replace(Setting.Section section, String key) {
        String other = PASSWORDS.getOrDefault(key, "");
        Setting replaced = section.settings().get(other);
        if (replaced != null && !replaced.origin().isVariable()) {
            section.settings().remove(other);
        }
    }

    private static void addPaths(Setting setting, List<String> path, Map<String, List<String>> paths) {
        if (setting instanceof Setting.Section section) {
            section.settings()
                    .forEach((key, value) -> addPaths(
                            value, Stream.concat(path.stream(), Stream.of(key)).toList(), paths));
        } else if (setting instanceof Setting.Text) {
            paths.putIfAbsent(variableOf(path), path);
        }
    }

    private static String variableOf(List<String> path) {
        return PREFIX + String.join("_", path).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }
}
