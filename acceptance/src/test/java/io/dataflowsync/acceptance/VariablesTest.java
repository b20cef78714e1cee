package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.server.config.AbstractKafkaConfig;
import org.junit.jupiter.api.Test;

/** Every variable that the compose file and the manifests give to a container is one that is read there. */
class VariablesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern COMPOSED = Pattern.compile("(?m)^ +([A-Z][A-Z0-9_]+): ");
    private static final Pattern MANIFEST = Pattern.compile("name: ([A-Z][A-Z0-9_]+)\\b");

    private static final Pattern COMPOSED_BROKER = Pattern.compile("(?m)^ +KAFKA_([A-Z_]+): \"?([^\"\\n]+)\"?$");
    private static final Pattern DEPLOYED_BROKER =
            Pattern.compile("name: KAFKA_([A-Z_]+), value: \"?([^\"\\n]+?)\"? }");

    /** Of the images of MySQL and MariaDB, as their own pages name them. */
    private static final Set<String> OF_IMAGES = Set.of(
            "MARIADB_DATABASE",
            "MARIADB_USER",
            "MARIADB_PASSWORD_FILE",
            "MARIADB_RANDOM_ROOT_PASSWORD",
            "MARIADB_ROOT_HOST",
            "MYSQL_DATABASE",
            "MYSQL_ROOT_PASSWORD_FILE");

    @Test
    void theBrokersAreSettingsOfItsVersion() throws IOException {
        Set<String> settings = variables().stream()
                .filter(variable -> variable.startsWith("KAFKA_"))
                .map(variable -> variable.substring("KAFKA_".length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.'))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(settings).hasSizeGreaterThan(10);
        assertThat(AbstractKafkaConfig.CONFIG_DEF.names()).containsAll(settings);
    }

    /** A value of another type, or one that is not allowed, keeps the broker from starting. */
    @Test
    void theBrokersHaveValuesThatItTakes() throws IOException {
        Map<String, String> composed = new TreeMap<>();
        COMPOSED_BROKER
                .matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .forEach(match -> composed.put(setting(match.group(1)), match.group(2)));
        Map<String, String> deployed = new TreeMap<>();
        DEPLOYED_BROKER
                .matcher(Files.readString(ROOT.resolve("deploy/kubernetes/03-kafka.yaml")))
                .results()
                .forEach(match -> deployed.put(setting(match.group(1)), match.group(2)));
        for (Map<String, String> settings : List.of(composed, deployed)) {
            assertThat(settings).hasSizeGreaterThan(10).containsEntry("process.roles", "broker,controller");
            assertThat(AbstractKafkaConfig.CONFIG_DEF.parse(settings))
                    .containsKeys(settings.keySet().toArray(String[]::new));
        }
    }

    private static String setting(String variable) {
        return variable.toLowerCase(Locale.ROOT).replace('_', '.');
    }

    @Test
    void theServicesAreReadByTheirCode() throws IOException {
        String code = code();
        Set<String> variables = variables();
        variables.removeIf(variable -> variable.startsWith("KAFKA_") || OF_IMAGES.contains(variable));
        assertThat(variables)
                .containsExactly(
                        "DFS_ADMIN_PASSWORD_FILE",
                        "DFS_ALLOWED_HOSTS",
                        "DFS_PIPELINE",
                        "DFS_USERS_FILE",
                        "MONITOR_CDC_URL",
                        "MONITOR_DPU_URL");
        for (String variable : variables) {
            assertThat(code).contains(variable.replaceFirst("_FILE$", ""));
        }
    }

    private static Set<String> variables() throws IOException {
        Set<String> variables = new TreeSet<>();
        add(variables, COMPOSED, ROOT.resolve("docker-compose.yml"));
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/kubernetes"))) {
            for (Path file : files.toList()) {
                add(variables, MANIFEST, file);
            }
        }
        return variables;
    }

    private static void add(Set<String> variables, Pattern pattern, Path file) throws IOException {
        pattern.matcher(Files.readString(file)).results().forEach(match -> variables.add(match.group(1)));
    }

    private static String code() throws IOException {
        StringBuilder code = new StringBuilder();
        for (String module :
                List.of("contract", "pipeline", "service-kit", "cdc-service", "dpu-service", "monitor-ui")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
                for (Path file : files.filter(path -> path.toString().matches(".*\\.(java|properties)"))
                        .toList()) {
                    code.append(Files.readString(file));
                }
            }
        }
        return code.toString();
    }
}
