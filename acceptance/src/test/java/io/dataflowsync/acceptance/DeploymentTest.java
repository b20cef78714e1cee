package io.dataflowsync.acceptance;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

/** Holds the compose file, the Dockerfile and the Kubernetes manifests against the code: ports, variables, paths, names. */
class DeploymentTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path DEPLOY = ROOT.resolve("deploy");
    private static final Pattern SECRET = Pattern.compile("password-file: /run/secrets/([a-z-]+)");
    private static final List<String> SECRETS =
            List.of("source-password", "target-password", "log-password", "admin-password", "users");

    @ParameterizedTest
    @ValueSource(strings = {"cdc-service", "dpu-service", "monitor-ui"})
    void portOfAServiceIsTheSameEverywhere(String service) throws IOException {
        int port = configuredPort(service);

        assertThat(dockerfile()).contains("FROM runtime AS " + service + "\n");
        assertThat(dockerfile().split("FROM runtime AS " + service + "\n")[1]).contains("EXPOSE " + port);
        assertThat(list(composeService(service), "ports")).containsExactly("127.0.0.1:" + port + ":" + port);
        assertThat(list(map(manifest(service, "Service"), "spec"), "ports"))
                .containsExactly(Map.of("name", "http", "port", port));
        assertThat(list(container(service), "ports")).containsExactly(Map.of("name", "http", "containerPort", port));
    }

    /** Those of the servers that it connects to, and who may call it; no other. */
    @ParameterizedTest
    @CsvSource({
        "cdc-service, source-password log-password admin-password users",
        "dpu-service, target-password log-password admin-password users",
        "monitor-ui, log-password admin-password users"
    })
    void theSecretsOfAServiceReachItAsFiles(String service, String names) throws IOException {
        List<String> own = List.of(names.split(" "));
        assertThat(secretsOf(DEPLOY.resolve("pipeline.yaml")))
                .containsExactlyInAnyOrder("source-password", "target-password", "log-password");
        assertThat(list(composeService(service), "secrets")).isEqualTo(own);
        assertThat(map(composeService(service), "environment"))
                .containsEntry("DFS_ADMIN_PASSWORD_FILE", "/run/secrets/admin-password")
                .containsEntry("DFS_USERS_FILE", "/run/secrets/users");
        assertThat(list(container(service), "env"))
                .contains((Object) Map.of("name", "DFS_USERS_FILE", "value", "/run/secrets/users"))
                .contains((Object) Map.of("name", "DFS_ADMIN_PASSWORD_FILE", "value", "/run/secrets/admin-password"));
        assertThat(list(container(service), "volumeMounts"))
                .contains((Object) Map.of("name", "secrets", "mountPath", "/run/secrets", "readOnly", true));
        List<Map<String, String>> items =
                own.stream().map(name -> Map.of("key", name, "path", name)).toList();
        assertThat(list(map(map(map(manifest(service, "Deployment"), "spec"), "template"), "spec"), "volumes"))
                .contains((Object)
                        Map.of("name", "secrets", "secret", Map.of("secretName", "dataflowsync", "items", items)));
    }

    @Test
    void everySecretOfComposeHasItsFileAndTheManifestsHaveThemToo() throws IOException {
        Map<String, Object> secrets = map(compose(), "secrets");
        assertThat(secrets.keySet()).containsExactlyInAnyOrderElementsOf(SECRETS);
        for (String name : SECRETS) {
            assertThat(map(secrets, name)).containsEntry("file", "${DFS_SECRETS:-./deploy/secrets/demo}/" + name);
            String content = Files.readString(DEPLOY.resolve("secrets/demo/" + name));
            assertThat(content).matches(name.equals("users") ? "#.*\n" : "dfs-demo");
        }
        assertThat(map(only(DEPLOY.resolve("kubernetes/01-secret.yaml")), "stringData")
                        .keySet())
                .containsExactlyInAnyOrderElementsOf(SECRETS);
        for (Object service : map(compose(), "services").values()) {
            if (asMap(service).get("secrets") instanceof List<?> used) {
                assertThat(secrets.keySet())
                        .containsAll(used.stream().map(String::valueOf).toList());
            }
        }
    }

    /** What a container's settings say, everyone can read who may ask the engine or the cluster for them. */
    @Test
    void noPasswordStandsInAContainersEnvironment() throws IOException {
        for (String name : map(compose(), "services").keySet()) {
            map(composeService(name), "environment").forEach((variable, value) -> {
                if (variable.contains("PASSWORD") && !variable.contains("RANDOM")) {
                    assertThat(variable).endsWith("_FILE");
                    assertThat(value.toString()).startsWith("/run/secrets/");
                }
            });
        }
        try (Stream<Path> files = Files.list(DEPLOY.resolve("kubernetes"))) {
            for (Path file : files.toList()) {
                assertThat(Files.readString(file)).as("%s", file).doesNotContain("secretRef", "secretKeyRef");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mysql57, MYSQL_ROOT_PASSWORD_FILE, source-password",
        "mysql80, MYSQL_ROOT_PASSWORD_FILE, target-password",
        "mariadb, MARIADB_PASSWORD_FILE, log-password"
    })
    void serversTakeTheirPasswordFromASecret(String server, String variable, String secret) throws IOException {
        assertThat(map(composeService(server), "environment")).containsEntry(variable, "/run/secrets/" + secret);
        assertThat(list(composeService(server), "secrets")).containsExactly(secret);
        assertThat(list(map(composeService(server), "healthcheck"), "test").toString())
                .contains("MYSQL_PWD=\"$$(cat /run/secrets/" + secret + ")\" ");
    }

    @Test
    void theLogTakesTheSameArgumentsInBoth() throws IOException {
        assertThat(list(composeService("mariadb"), "command"))
                .isNotEmpty()
                .isEqualTo(list(containerOf(manifest("mariadb", "StatefulSet")), "args"));
    }

    /** The image makes one up for root, and writes it into its log. */
    @Test
    void rootOfMariaDbSignsInFromWithinTheContainerAlone() throws IOException {
        assertThat(map(composeService("mariadb"), "environment")).containsEntry("MARIADB_ROOT_HOST", "localhost");
        assertThat(list(containerOf(manifest("mariadb", "StatefulSet")), "env"))
                .contains((Object) Map.of("name", "MARIADB_ROOT_HOST", "value", "localhost"));
    }

    /** A service answers only to names that it knows. */
    @ParameterizedTest
    @ValueSource(strings = {"cdc-service", "dpu-service", "monitor-ui"})
    void servicesAnswerToEachOther(String service) throws IOException {
        String names = "cdc-service,dpu-service,monitor-ui";
        assertThat(map(composeService(service), "environment"))
                .containsEntry("DFS_ALLOWED_HOSTS", names + ",${DFS_ALLOWED_HOSTS:-}");
        assertThat(list(container(service), "env"))
                .contains((Object) Map.of("name", "DFS_ALLOWED_HOSTS", "value", names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdc-service", "dpu-service", "monitor-ui"})
    void pipelineFileIsMountedWhereTheServiceLooksForIt(String service) throws IOException {
        assertThat(dockerfile()).contains("DFS_PIPELINE=/etc/dfs/pipeline.yaml");
        assertThat(map(composeService(service), "environment")).containsEntry("DFS_PIPELINE", "/etc/dfs/pipeline.yaml");
        assertThat(list(composeService(service), "volumes"))
                .containsExactly("${DFS_PIPELINE_FILE:-./deploy/pipeline.yaml}:/etc/dfs/pipeline.yaml:ro");
        assertThat(list(container(service), "env"))
                .contains(Map.of("name", "DFS_PIPELINE", "value", "/etc/dfs/pipeline.yaml"));
        assertThat(list(container(service), "volumeMounts"))
                .contains(Map.of("name", "pipeline", "mountPath", "/etc/dfs", "readOnly", true));
        assertThat(list(only(DEPLOY.resolve("kustomization.yaml")), "configMapGenerator"))
                .contains(Map.of("name", "pipeline", "files", List.of("pipeline.yaml")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdc-service", "dpu-service", "monitor-ui"})
    void probesAskTheHealthEndpoints(String service) throws IOException {
        Map<String, Object> container = container(service);

        assertThat(probePath(container, "startupProbe")).isEqualTo("/q/health/started");
        assertThat(probePath(container, "livenessProbe")).isEqualTo("/q/health/live");
        assertThat(probePath(container, "readinessProbe")).isEqualTo("/q/health/ready");
        assertThat(Files.readString(ROOT.resolve(service).resolve("pom.xml"))).contains("quarkus-smallrye-health");
    }

    @Test
    void kustomizationListsEveryManifest() throws IOException {
        List<String> files;
        try (Stream<Path> paths = Files.list(DEPLOY.resolve("kubernetes"))) {
            files = paths.map(path -> "kubernetes/" + path.getFileName())
                    .sorted()
                    .toList();
        }
        assertThat(list(only(DEPLOY.resolve("kustomization.yaml")), "resources"))
                .isEqualTo(files);
    }

    @Test
    void monitorIsToldWhereTheServicesAre() throws IOException {
        Map<String, String> expected = Map.of(
                "MONITOR_CDC_URL", "http://cdc-service:" + configuredPort("cdc-service"),
                "MONITOR_DPU_URL", "http://dpu-service:" + configuredPort("dpu-service"));

        assertThat(map(composeService("monitor-ui"), "environment")).containsAllEntriesOf(expected);
        List<Object> environment = list(container("monitor-ui"), "env");
        expected.forEach((name, value) -> assertThat(environment).contains(Map.of("name", name, "value", value)));
    }

    @Test
    void deployedPipelineFileIsValidAndNamesTheServersThatComposeStarts() throws IOException {
        Map<String, String> files = new HashMap<>();
        for (String server : List.of("source", "target", "log")) {
            files.put(
                    "DFS_" + server.toUpperCase(Locale.ROOT) + "_PASSWORD_FILE",
                    DEPLOY.resolve("secrets/demo/" + server + "-password").toString());
        }
        PipelineConfig config = PipelineFile.read(DEPLOY.resolve("pipeline.yaml"), files);

        Set<String> composed = map(compose(), "services").keySet();
        assertThat(composed)
                .contains(config.source().host(), config.target().orElseThrow().host());
        assertThat(config.log().orElseThrow().host()).isEqualTo("mariadb");
        assertThat(config.broker().orElseThrow().bootstrapServers()).isEqualTo("kafka:9092");
        assertThat(map(map(map(compose(), "services"), "mariadb"), "environment"))
                .containsEntry("MARIADB_DATABASE", config.log().orElseThrow().schema())
                .containsEntry("MARIADB_USER", config.log().orElseThrow().user());
    }

    @Test
    void demoDatabasesOfComposeAreTheOnesOfTheDemo() throws IOException {
        Path demo = ROOT.resolve("sandbox/src/main/resources/demo");
        assertThat(DEPLOY.resolve("demo/mysql57/01-schema.sql")).hasSameTextualContentAs(demo.resolve("source.sql"));
        assertThat(DEPLOY.resolve("demo/mysql80/01-schema.sql")).hasSameTextualContentAs(demo.resolve("target.sql"));
    }

    @Test
    void everyImageHasAFixedVersionAndTheBrokerThatOfTheClients() throws IOException {
        Set<String> images = new TreeSet<>();
        for (Object service : map(compose(), "services").values()) {
            Object image = asMap(service).get("image");
            if (image != null) {
                images.add(image.toString());
            }
        }
        for (String name : List.of("03-kafka", "04-mariadb")) {
            images.add(containerOf(documents(DEPLOY.resolve("kubernetes/" + name + ".yaml"))
                            .get(1))
                    .get("image")
                    .toString());
        }
        String kafka = property("kafka.version");
        assertThat(images).containsExactly("apache/kafka:" + kafka, "mariadb:11.4", "mysql:5.7", "mysql:8.0");
    }

    @Test
    void noBrokerMakesTopicsUp() throws IOException {
        assertThat(map(composeService("kafka"), "environment"))
                .containsEntry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        Map<String, Object> kafka = containerOf(manifest("kafka", "StatefulSet"));
        assertThat(list(kafka, "env"))
                .contains((Object) Map.of("name", "KAFKA_AUTO_CREATE_TOPICS_ENABLE", "value", "false"));
    }

    @ParameterizedTest
    @CsvSource({
        "kafka, /var/lib/kafka/data",
        "mariadb, /var/lib/mysql",
        "mysql57, /var/lib/mysql",
        "mysql80, /var/lib/mysql"
    })
    void whatAServerOfComposeHoldsOutlivesIt(String server, String directory) throws IOException {
        assertThat(list(composeService(server), "volumes")).contains(server + ":" + directory);
        assertThat(map(compose(), "volumes")).containsKey(server);
    }

    @Test
    void whatTheServersOfTheManifestsHoldOutlivesThem() throws IOException {
        Map<String, Object> kafka = containerOf(manifest("kafka", "StatefulSet"));
        Map<String, Object> mariadb = containerOf(manifest("mariadb", "StatefulSet"));
        assertThat(list(kafka, "volumeMounts"))
                .containsExactly(Map.of("name", "data", "mountPath", "/var/lib/kafka/data"));
        assertThat(list(kafka, "env"))
                .contains((Object) Map.of("name", "KAFKA_LOG_DIRS", "value", "/var/lib/kafka/data/logs"));
        assertThat(list(mariadb, "volumeMounts"))
                .contains((Object) Map.of("name", "data", "mountPath", "/var/lib/mysql"));
    }

    @Test
    void everyContainerOfComposeIsBoundedProbedAndStartedAgain() throws IOException {
        for (String name : map(compose(), "services").keySet()) {
            Map<String, Object> service = composeService(name);
            assertThat(service)
                    .as(name)
                    .containsEntry("restart", "unless-stopped")
                    .containsKeys("mem_limit", "stop_grace_period", "healthcheck");
        }
        assertThat(dockerfile()).contains("deploy/docker/health.sh /usr/local/bin/dfs-health");
        for (String name : List.of("cdc-service", "dpu-service", "monitor-ui")) {
            assertThat(composeService(name))
                    .as(name)
                    .containsEntry("cap_drop", List.of("ALL"))
                    .containsEntry("security_opt", List.of("no-new-privileges:true"));
            assertThat(list(map(composeService(name), "healthcheck"), "test"))
                    .containsExactly("CMD", "dfs-health", "" + configuredPort(name));
        }
    }

    /** A changed line of the source neither fetches the libraries again nor compiles the tests. */
    @Test
    void aBuildOfTheImagesKeepsWhatItHasFetchedAndCompilesNoTest() throws IOException {
        assertThat(dockerfile())
                .containsPattern(
                        "RUN --mount=type=cache,target=/root/\\.m2 [^\\n]*\\\\\n +mvn [^\\n]*-Dmaven\\.test\\.skip=true");
        assertThat(Files.readString(ROOT.resolve(".dockerignore"))).contains("**/target\n", ".git\n", "deploy/secrets");
    }

    /** The file that asks for a server's user says what the pipeline file says. */
    @Test
    void serversAreHealthyOnceThePipelinesUserCanLogIn() throws IOException {
        Map<String, Object> mariadb = containerOf(manifest("mariadb", "StatefulSet"));
        assertThat(list(map(map(mariadb, "readinessProbe"), "exec"), "command").toString())
                .contains("-u \"$MARIADB_USER\"", "\"$MARIADB_DATABASE\"");
        assertThat(list(map(composeService("mariadb"), "healthcheck"), "test").toString())
                .contains("-u \"$$MARIADB_USER\"", "\"$$MARIADB_DATABASE\"");
        for (String server : List.of("mysql57", "mysql80")) {
            assertThat(list(map(composeService(server), "healthcheck"), "test").toString())
                    .contains("-u dfs ", "\"$$MYSQL_DATABASE\"");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mysql57", "mysql80"})
    void textsOfTheDemoAreLoadedAsTheyAreWritten(String server) throws IOException {
        assertThat(Files.readAllLines(DEPLOY.resolve("demo/" + server + "/02-rows.sql")).stream()
                        .filter(line -> !line.startsWith("--"))
                        .findFirst())
                .contains("SET NAMES utf8mb4;");
    }

    /** Passwords with the signs that end or escape a text in SQL. */
    @ParameterizedTest
    @ValueSource(strings = {"mysql57", "mysql80"})
    void anyPasswordReachesTheDemosUser(String server) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("dfs-user");
        Path client = directory.resolve("mysql");
        Files.writeString(client, "#!/bin/sh\nprintf 'called with %s by %s\\n' \"$*\" \"$MYSQL_PWD\"\ncat\n");
        assertThat(client.toFile().setExecutable(true)).isTrue();
        ProcessBuilder script = new ProcessBuilder(
                "bash", DEPLOY.resolve("demo/" + server + "/00-user.sh").toString());
        script.environment().put("PATH", directory + ":" + System.getenv("PATH"));
        script.environment().put("MYSQL_ROOT_PASSWORD", "it's a \\ \"$x\"");
        Process run = script.redirectErrorStream(true).start();
        String sql = new String(run.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(run.waitFor()).isZero();
        assertThat(sql).contains("CREATE USER 'dfs'@'%' IDENTIFIED BY 'it''s a \\\\ \"$x\"';");
        // Everyone in the container sees the arguments of its processes.
        assertThat(sql).contains("called with -uroot by it's a \\ \"$x\"\n");
    }

    /** The user is made by the file before it, or by the image. */
    @ParameterizedTest
    @CsvSource({
        "mysql57, source.sql, demo/mysql57/00-user.sh",
        "mysql80, target.sql, demo/mysql80/00-user.sh",
        "mariadb, log.sql, mariadb/00-revoke.sql"
    })
    void everyServerOfComposeGrantsWhatIsDocumented(String server, String grants, String before) throws IOException {
        String directory = ":/docker-entrypoint-initdb.d/";
        String first = before.substring(before.lastIndexOf('/') + 1);
        assertThat(list(composeService(server), "volumes"))
                .contains("./deploy/grants/" + grants + directory + "01-grants.sql:ro")
                .contains("./deploy/" + before + directory + first + ":ro");
        assertThat(Files.readString(DEPLOY.resolve(before))).doesNotContain("GRANT ALL", "GRANT SELECT");
        for (Object mount : list(composeService(server), "volumes")) {
            String file = mount.toString().split(":", -1)[0];
            assertThat(file.startsWith("./") ? Files.exists(ROOT.resolve(file)) : !file.contains("/"))
                    .as(file)
                    .isTrue();
        }
    }

    @Test
    void mariaDbOfTheManifestsGrantsWhatIsDocumented() throws IOException {
        assertThat(list(only(DEPLOY.resolve("kustomization.yaml")), "configMapGenerator"))
                .contains((Object) Map.of(
                        "name",
                        "mariadb-grants",
                        "files",
                        List.of("00-revoke.sql=mariadb/00-revoke.sql", "01-grants.sql=grants/log.sql")));
        assertThat(list(containerOf(manifest("mariadb", "StatefulSet")), "volumeMounts"))
                .contains((Object)
                        Map.of("name", "grants", "mountPath", "/docker-entrypoint-initdb.d", "readOnly", true));
        String user = "'"
                + map(map(map(compose(), "services"), "mariadb"), "environment").get("MARIADB_USER") + "'@";
        assertThat(Files.readString(DEPLOY.resolve("mariadb/00-revoke.sql"))).contains(user);
        assertThat(Files.readString(DEPLOY.resolve("grants/log.sql"))).contains(user);
    }

    @Test
    void composeRefersOnlyToServicesThatItHas() throws IOException {
        Set<String> services = map(compose(), "services").keySet();
        assertThat(services)
                .containsExactlyInAnyOrder(
                        "kafka", "mariadb", "cdc-service", "dpu-service", "monitor-ui", "mysql57", "mysql80");
        for (String service : List.of("cdc-service", "dpu-service", "monitor-ui")) {
            assertThat(services)
                    .containsAll(map(composeService(service), "depends_on").keySet());
        }
    }

    private static int configuredPort(String service) throws IOException {
        Properties properties = new Properties();
        try (Reader reader =
                Files.newBufferedReader(ROOT.resolve(service).resolve("src/main/resources/application.properties"))) {
            properties.load(reader);
        }
        return Integer.parseInt(properties.getProperty("quarkus.http.port"));
    }

    private static String property(String name) throws IOException {
        Matcher matcher = Pattern.compile("<" + Pattern.quote(name) + ">(.*)</")
                .matcher(Files.readString(ROOT.resolve("pom.xml")));
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String dockerfile() throws IOException {
        return Files.readString(DEPLOY.resolve("docker/Dockerfile"));
    }

    private static Set<String> secretsOf(Path file) throws IOException {
        return Files.readString(file)
                .lines()
                .flatMap(line -> SECRET.matcher(line).results())
                .map(match -> match.group(1))
                .collect(toSet());
    }

    private static Map<String, Object> compose() throws IOException {
        return only(ROOT.resolve("docker-compose.yml"));
    }

    private static Map<String, Object> composeService(String service) throws IOException {
        return map(map(compose(), "services"), service);
    }

    private static Map<String, Object> manifest(String service, String kind) throws IOException {
        try (Stream<Path> paths = Files.list(DEPLOY.resolve("kubernetes"))) {
            Path file = paths.filter(path -> path.toString().endsWith("-" + service + ".yaml"))
                    .findFirst()
                    .orElseThrow();
            return documents(file).stream()
                    .filter(document -> kind.equals(document.get("kind")))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static Map<String, Object> container(String service) throws IOException {
        return containerOf(manifest(service, "Deployment"));
    }

    private static Map<String, Object> containerOf(Map<String, Object> workload) {
        Map<String, Object> pod = map(map(map(workload, "spec"), "template"), "spec");
        return asMap(list(pod, "containers").get(0));
    }

    private static Object probePath(Map<String, Object> container, String probe) {
        return map(map(container, probe), "httpGet").get("path");
    }

    private static Map<String, Object> only(Path file) throws IOException {
        List<Map<String, Object>> documents = documents(file);
        assertThat(documents).hasSize(1);
        return documents.get(0);
    }

    private static List<Map<String, Object>> documents(Path file) throws IOException {
        List<Map<String, Object>> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Yaml().loadAll(reader).forEach(document -> documents.add(asMap(document)));
        }
        return documents;
    }

    private static Map<String, Object> map(Map<String, Object> parent, String key) {
        assertThat(parent).containsKey(key);
        return asMap(parent.get(key));
    }

    private static Map<String, Object> asMap(Object value) {
        Map<String, Object> map = new HashMap<>();
        ((Map<?, ?>) value).forEach((key, entry) -> map.put(key.toString(), entry));
        return map;
    }

    private static List<Object> list(Map<String, Object> parent, String key) {
        assertThat(parent).containsKey(key);
        return List.copyOf((List<?>) parent.get(key));
    }
}
