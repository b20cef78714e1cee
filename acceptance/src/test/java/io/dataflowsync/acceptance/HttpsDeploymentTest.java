package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.dataflowsync.sandbox.engine.Certificates.Pem;
import io.dataflowsync.sandbox.launch.HttpDoor;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What lies over the compose file and the manifests where the services speak HTTPS: it fits what it lies over, and says what HttpsIT tests. */
class HttpsDeploymentTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path HTTPS = ROOT.resolve("deploy/https");
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());
    /** By what the elements of a list are known, each list by its own key. */
    private static final Map<String, String> KEYS = Map.of("volumeMounts", "mountPath");

    private final Path directory;

    HttpsDeploymentTest(@TempDir Path directory) {
        this.directory = directory;
    }

    /** What a service has in its environment, with the files where its containers have them. */
    private Map<String, String> expected(String service, int port) {
        Path file = directory.resolve("of-a-test");
        Map<String, String> all = new TreeMap<>(HttpDoor.settings(port, new Pem(file, file, file, file), file));
        all.put("QUARKUS_HTTP_SSL_CERTIFICATE_FILES", "/run/tls/tls.crt");
        all.put("QUARKUS_HTTP_SSL_CERTIFICATE_KEY_FILES", "/run/tls/tls.key");
        all.remove("MONITOR_TLS_CA");
        if (service.equals("monitor-ui")) {
            all.put("MONITOR_TLS_CA", "/run/tls/ca.crt");
            all.put("MONITOR_CDC_URL", "https://cdc-service:8081");
            all.put("MONITOR_DPU_URL", "https://dpu-service:8082");
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"cdc-service, 8081", "dpu-service, 8082", "monitor-ui, 8080"})
    void theComposeFileListensByHttpsWhereItListenedBefore(String service, int port) throws IOException {
        JsonNode usual = YAML.readTree(ROOT.resolve("docker-compose.yml").toFile())
                .path("services")
                .path(service);
        assertThat(usual.path("ports").get(0).asText()).endsWith(":" + port);
        JsonNode over = services(HTTPS.resolve("docker-compose.yml")).get(service);
        Map<String, String> environment = new TreeMap<>();
        over.path("environment")
                .fields()
                .forEachRemaining(entry ->
                        environment.put(entry.getKey(), entry.getValue().asText()));
        assertThat(environment).isEqualTo(expected(service, port));
        assertThat(over.path("volumes").get(0).asText())
                .startsWith("${DFS_TLS:?")
                .endsWith("}:/run/tls:ro");
    }

    /** With the anchors of YAML resolved. */
    private static Map<String, JsonNode> services(Path file) throws IOException {
        Map<String, Object> all = new org.yaml.snakeyaml.Yaml().load(Files.readString(file));
        Map<String, JsonNode> services = new HashMap<>();
        YAML.valueToTree(all)
                .path("services")
                .fields()
                .forEachRemaining(entry -> services.put(entry.getKey(), entry.getValue()));
        return services;
    }

    @ParameterizedTest
    @CsvSource({"cdc-service, 8081", "dpu-service, 8082", "monitor-ui, 8080"})
    void theManifestsListenByHttpsWhereTheyListenedBefore(String service, int port) throws IOException {
        PodSpec pod = patched(service).getSpec().getTemplate().getSpec();
        Container container = pod.getContainers().get(0);

        assertThat(container.getPorts().get(0).getContainerPort()).isEqualTo(port);
        assertThat(container.getEnv().stream()
                        .filter(variable -> !variable.getName().startsWith("DFS_"))
                        .filter(variable -> service.equals("monitor-ui")
                                || !variable.getName().startsWith("MONITOR_"))
                        .collect(Collectors.toMap(EnvVar::getName, EnvVar::getValue)))
                .containsAllEntriesOf(expected(service, port));
        assertThat(Stream.of(container.getStartupProbe(), container.getLivenessProbe(), container.getReadinessProbe())
                        .map(probe -> probe.getHttpGet()))
                .allMatch(asked -> asked.getPort().getStrVal().equals("http"))
                .extracting(HTTPGetAction::getScheme)
                .containsOnly("HTTPS");
        assertThat(container.getVolumeMounts())
                .anyMatch(mount -> mount.getName().equals("tls")
                        && mount.getMountPath().equals("/run/tls")
                        && mount.getReadOnly());
        assertThat(pod.getVolumes())
                .anyMatch(volume -> volume.getName().equals("tls")
                        && volume.getSecret().getSecretName().equals("dataflowsync-tls"));
    }

    /** The deployment as the patch makes it. */
    private static Deployment patched(String service) throws IOException {
        JsonNode patch = null;
        for (JsonNode each :
                YAML.readTree(HTTPS.resolve("kustomization.yaml").toFile()).path("patches")) {
            if (each.path("target").path("name").asText().equals(service)) {
                assertThat(each.path("target").path("kind").asText()).isEqualTo("Deployment");
                patch = YAML.readTree(each.path("patch").asText());
            }
        }
        assertThat(patch).as("a patch of " + service).isNotNull();
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/kubernetes"))) {
            Path file = files.filter(path -> path.toString().endsWith("-" + service + ".yaml"))
                    .findFirst()
                    .orElseThrow();
            for (JsonNode document : YAML.readerFor(JsonNode.class)
                    .<JsonNode>readValues(file.toFile())
                    .readAll()) {
                if (document.path("kind").asText().equals("Deployment")) {
                    merge((ObjectNode) document, patch);
                    List<HasMetadata> parsed = Manifests.parse(YAML.writeValueAsString(document));
                    return (Deployment) parsed.get(0);
                }
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        throw new AssertionError("no deployment of " + service);
    }

    /** As a strategic merge does it: maps are laid one over the other, and so are elements of lists that have the same name. */
    private static void merge(ObjectNode under, JsonNode over) {
        over.fields().forEachRemaining(entry -> {
            JsonNode before = under.get(entry.getKey());
            if (before instanceof ObjectNode map) {
                merge(map, entry.getValue());
            } else if (before instanceof ArrayNode list) {
                entry.getValue()
                        .forEach(element -> mergeInto(list, element, KEYS.getOrDefault(entry.getKey(), "name")));
            } else {
                under.set(entry.getKey(), entry.getValue());
            }
        });
    }

    private static void mergeInto(ArrayNode list, JsonNode element, String key) {
        for (JsonNode each : list) {
            if (each.path(key).equals(element.path(key))) {
                merge((ObjectNode) each, element);
                return;
            }
        }
        list.add(element);
    }
}
