package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** Every command of the documentation names what there is: services, profiles, targets, objects, topics, files, commands, options. */
class CommandsDocTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    /** The options of {@code docker compose} by its command, those with a value with an equals sign. */
    private static final Map<String, Set<String>> COMPOSE = Map.of(
            "up", Set.of("--build", "--wait", "--detach"),
            "down", Set.of("--volumes"),
            "exec", Set.of(),
            "logs", Set.of("--follow"),
            "restart", Set.of(),
            "ps", Set.of());

    /** The options of Kafka's console consumer and of kcat, those with a value with an equals sign. */
    private static final Map<String, Set<String>> CONSUMERS = Map.of(
            "kafka-console-consumer.sh",
            Set.of("--bootstrap-server=", "--topic=", "--from-beginning", "--isolation-level="),
            "kcat",
            Set.of("-b=", "-C", "-t=", "-X=", "-f="));

    static Stream<Arguments> commands() throws IOException {
        List<Path> documents = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("SECURITY.md")));
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
        }
        List<Arguments> commands = new ArrayList<>();
        List<String> ofHttps = HttpsDocTest.commands();
        for (Path document : documents) {
            boolean inside = false;
            for (String line : Files.readAllLines(document)) {
                String text = line.strip();
                if (text.startsWith("```")) {
                    inside = text.equals("```sh");
                } else if (inside && !ofHttps.contains(line)) {
                    commands.add(Arguments.of(ROOT.relativize(document).toString(), text.replaceFirst("\\s+#.*", "")));
                }
            }
        }
        assertThat(commands).hasSizeGreaterThan(45);
        return commands.stream();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("commands")
    void namesWhatThereIs(String document, String command) throws IOException {
        List<String> words =
                Arrays.asList(command.replaceFirst("^([A-Z_]+=\\S+ +)+", "").split(" +", -1));
        switch (words.get(0)) {
            case "docker" -> docker(words.subList(1, words.size()));
            case "kubectl" -> kubectl(words.subList(1, words.size()));
            case "./dfs" -> dfs(words.subList(1, words.size()));
            case "kafka-acls.sh" -> assertThat(KafkaGrants.commands()).contains(command);
            case "sh" -> {
                assertThat(ROOT.resolve(words.get(1))).exists();
                assertThat(words.subList(2, words.size()))
                        .containsExactly("--bootstrap-server", "kafka:9092", "--command-config", "admin.properties");
            }
            case "kcat", "kafka-console-consumer.sh" -> consumer(words);
            case "export" ->
                words.subList(1, words.size())
                        .forEach(word -> assertThat(composeText()).contains("${" + word.split("=", 2)[0] + ":"));
            case "printf" -> assertThat(composeText()).contains("/" + command.split("> secrets/", 2)[1] + "\"");
            default -> assertThat(command).isEqualTo("mkdir -m 700 secrets");
        }
    }

    /** A command of the help, with options that the help has. */
    private static void dfs(List<String> words) throws IOException {
        String help = Files.readString(ROOT.resolve("dfs"));
        Matcher section = Pattern.compile("(?m)^  \\./dfs " + words.get(0) + " .*(?:\\n {4,}.*)*")
                .matcher(help);
        String sections = section.results().map(MatchResult::group).collect(Collectors.joining("\n"));
        assertThat(sections).as(words.get(0)).isNotEmpty();
        assertThat(words.stream().filter(word -> word.startsWith("--")))
                .allSatisfy(option -> assertThat(sections).containsPattern("(?<![-a-z])" + option + "(?![-a-z])"));
    }

    /** Reads the topic of the project that the compose file runs, over the port that it publishes. */
    private static void consumer(List<String> words) throws IOException {
        for (int i = 1; i < words.size(); i++) {
            boolean hasValue = CONSUMERS.get(words.get(0)).contains(words.get(i) + "=");
            assertThat(hasValue || CONSUMERS.get(words.get(0)).contains(words.get(i)))
                    .as(words.get(i))
                    .isTrue();
            i += hasValue ? 1 : 0;
        }
        String project = Files.readAllLines(ROOT.resolve("deploy/pipeline.yaml")).stream()
                .filter(line -> line.startsWith("  project: "))
                .map(line -> line.substring("  project: ".length()))
                .findFirst()
                .orElseThrow();
        assertThat(words).contains("dfs." + project + ".changes");
        assertThat(composeText())
                .contains("HOST://" + words.get(words.indexOf("-b") + words.indexOf("--bootstrap-server") + 2));
        assertThat(String.join(" ", words)).containsPattern("isolation[.-]level[= ]read_committed");
    }

    private static void docker(List<String> words) throws IOException {
        if (words.get(0).equals("build")) {
            String target = after(words, "--target");
            String image = after(words, "-t");
            assertThat(words).hasSize(8).endsWith(".");
            assertThat(Files.readString(ROOT.resolve(after(words, "-f")))).contains(" AS " + target + "\n");
            assertThat(manifests()).contains("image: " + image + "\n");
            return;
        }
        assertThat(words.get(0)).isEqualTo("compose");
        int at = 1;
        while (words.get(at).equals("-f")) {
            assertThat(ROOT.resolve(words.get(at + 1))).exists();
            at += 2;
        }
        if (words.get(at).equals("--profile")) {
            assertThat(composeText()).contains("profiles: [" + words.get(at + 1) + "]");
            at += 2;
        }
        String command = words.get(at);
        assertThat(COMPOSE).containsKey(command);
        List<String> rest = words.subList(at + 1, words.size());
        for (String word : command.equals("exec") ? rest.subList(0, 1) : rest) {
            if (word.startsWith("--")) {
                assertThat(COMPOSE.get(command)).contains(word);
            } else {
                assertThat(services()).contains(word);
            }
        }
    }

    private static void kubectl(List<String> words) throws IOException {
        if (words.get(0).equals("apply")) {
            assertThat(words).hasSize(3);
            assertThat(ROOT.resolve(after(words, "-k")).resolve("kustomization.yaml"))
                    .exists();
            return;
        }
        Set<String> objects = Manifests.read(ROOT.resolve("deploy/kubernetes")).stream()
                .map(CommandsDocTest::name)
                .collect(Collectors.toSet());
        assertThat(objects).contains("namespace/" + after(words, "-n"));
        String command = words.get(2);
        if (command.equals("create")) {
            createSecret(words.subList(3, words.size()));
            return;
        }
        assertThat(command).isIn("wait", "port-forward", "logs", "get");
        words.stream().filter(word -> word.contains("/")).forEach(word -> assertThat(objects)
                .contains(word));
    }

    /** A secret that the component of HTTPS takes, with every file that it reads. */
    private static void createSecret(List<String> words) throws IOException {
        String component = Files.readString(ROOT.resolve("deploy/https/kustomization.yaml"));
        assertThat(words.subList(0, 2)).containsExactly("secret", "generic");
        assertThat(component).contains("secretName: " + words.get(2) + " }");
        Set<String> read = Pattern.compile("/run/tls/([a-z.]+)")
                .matcher(component)
                .results()
                .map(match -> "--from-file=" + match.group(1))
                .collect(Collectors.toSet());
        assertThat(words.subList(3, words.size())).containsExactlyInAnyOrderElementsOf(read);
    }

    private static String name(HasMetadata object) {
        return object.getKind().toLowerCase(Locale.ROOT) + "/"
                + object.getMetadata().getName();
    }

    private static String after(List<String> words, String option) {
        assertThat(words).contains(option);
        return words.get(words.indexOf(option) + 1);
    }

    private static List<String> services() throws IOException {
        try (Reader reader = Files.newBufferedReader(ROOT.resolve("docker-compose.yml"))) {
            Map<String, Object> compose = new Yaml().load(reader);
            return ((Map<?, ?>) compose.get("services"))
                    .keySet().stream().map(String::valueOf).toList();
        }
    }

    private static String composeText() {
        try {
            return Files.readString(ROOT.resolve("docker-compose.yml"))
                    + Files.readString(ROOT.resolve("deploy/https/docker-compose.yml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String manifests() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(ROOT.resolve("deploy/kubernetes"))) {
            for (Path file : files.toList()) {
                text.append(Files.readString(file));
            }
        }
        return text.toString();
    }
}
