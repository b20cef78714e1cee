package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListTopicsOptions;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No password of a pipeline gets anywhere but into the memory of a process that signs in with it. */
class PlantedPasswordsIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PARAMETER = Pattern.compile("\\{[^}]+}");
    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");
    private static final Pattern KEY_STORE_PASSWORD = Pattern.compile("(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])");

    private static RunDirectory run;
    private static PlantedPipeline planted;
    private static final List<PlantedWord> words = new ArrayList<>();
    private static final Map<Service, TreeSet<String>> inHeap = new EnumMap<>(Service.class);

    @BeforeAll
    static void live() throws Exception {
        run = RunDirectory.open();
        planted = new PlantedPipeline(run);
        planted.live();
        words.addAll(planted.words());
        callWithAWrongPassword();
        for (Map.Entry<Service, ServiceProcess> service : planted.services().entrySet()) {
            lookIntoHeap(service.getKey(), service.getValue());
        }
    }

    private static void callWithAWrongPassword() {
        for (ServiceProcess service : planted.services().values()) {
            for (WireCall call :
                    List.of(WireCall.get("/api/v1/status"), WireCall.post("/api/v1/dead-letters/replay", "{}"))) {
                WireCall.Answer answer =
                        call.as("vera", planted.wrongPage.text()).to(service.address());
                assertThat(answer.status()).isEqualTo(401);
            }
        }
    }

    @AfterAll
    static void end() {
        try (RunDirectory ending = run;
                PlantedPipeline ended = planted) {
            assertThat(ending).isNotNull();
            assertThat(ended).isNotNull();
        }
    }

    private static void lookIntoHeap(Service service, ServiceProcess process) throws IOException {
        Path file = run.path().resolve(service.module() + ".hprof");
        ByteBuffer heap = JvmReport.heap(process.child().pid(), file);
        keyStorePasswords(heap)
                .forEach(password -> words.add(PlantedWord.found("key store of " + service.module(), password)));
        TreeSet<String> found = new TreeSet<>();
        for (String form : new PlantedWord.Search(words).of(heap)) {
            found.add(form.replaceFirst(" \\([^)]*\\)$", ""));
        }
        if (service != Service.MONITOR) {
            // The monitor looks all the time, and who calls is in memory as long as the call and its connection are.
            found.remove(planted.monitor.name());
        }
        inHeap.put(service, found);
        Files.delete(file);
    }

    /** The passwords of the key stores that the process has made: those of the texts of 64 hexadecimal digits in its memory that open one. */
    private static List<String> keyStorePasswords(ByteBuffer heap) throws IOException {
        List<Path> stores;
        try (Stream<Path> files = Files.walk(planted.temporary())) {
            stores = files.filter(file -> file.toString().endsWith(".p12")).toList();
        }
        Matcher digits = KEY_STORE_PASSWORD.matcher(ISO_8859_1.decode(heap.duplicate()));
        return digits.results()
                .map(MatchResult::group)
                .distinct()
                .filter(candidate -> stores.stream().anyMatch(store -> opens(store, candidate)))
                .toList();
    }

    private static boolean opens(Path store, String password) {
        try (InputStream in = Files.newInputStream(store)) {
            KeyStore.getInstance("PKCS12").load(in, password.toCharArray());
            return true;
        } catch (IOException | GeneralSecurityException e) {
            return false;
        }
    }

    private static void assertNone(String where, byte[] bytes) {
        assertThat(PlantedWord.in(bytes, words)).as(where).isEmpty();
    }

    private static void assertNone(String where, String text) {
        assertNone(where, text.getBytes(UTF_8));
    }

    /** What docs/security.md says of a heap dump, and nothing else. */
    @ParameterizedTest
    @CsvSource({
        "CDC, source log broker mask client-key key-store-of-cdc-service",
        "DPU, target log broker mask client-key key-store-of-dpu-service",
        "MONITOR, log monitor mask key-store-of-monitor-ui"
    })
    void theHeapHasWhatTheServiceSignsInWith(Service service, String expected) {
        List<String> names = Stream.of(expected.split(" "))
                .map(name -> name.replace('-', ' '))
                .toList();
        // A call that has just been answered may be there for a moment.
        await().atMost(Duration.ofMinutes(1)).pollDelay(Duration.ZERO).untilAsserted(() -> {
            Set<String> found = inHeap.remove(service);
            if (found == null) {
                lookIntoHeap(service, planted.services().get(service));
                found = inHeap.get(service);
            }
            assertThat(found.stream().map(name -> name.replace('-', ' '))).containsExactlyInAnyOrderElementsOf(names);
        });
    }

    @Test
    void noLogHasOne() throws IOException {
        Map<String, byte[]> logs = planted.logs();
        assertThat(logs).hasSize(7);
        logs.forEach(PlantedPasswordsIT::assertNone);
        String all = String.join(
                "\n", logs.values().stream().map(log -> new String(log, UTF_8)).toList());
        assertThat(all)
                .contains("does not let in the user", "Authentication failed", "Access denied", "wrong-password");
    }

    @Test
    void noRecordOfTheBrokerHasOne() throws Exception {
        Map<String, byte[]> topics = topics();
        String prefix = "dfs." + PlantedPipeline.PROJECT + ".";
        assertThat(topics)
                .containsKeys(
                        prefix + "changes",
                        prefix + "dead-letters",
                        prefix + "tables",
                        prefix + "tracked-tables",
                        prefix + "offsets",
                        prefix + "schema-history",
                        "__transaction_state");
        assertThat(new String(topics.get(prefix + "changes"), UTF_8)).contains(PlantedPipeline.CANARY);
        assertThat(new String(topics.get(prefix + "dead-letters"), UTF_8)).contains(PlantedPipeline.CANARY);
        topics.forEach(PlantedPasswordsIT::assertNone);
    }

    /** The records of each topic, one after another: keys, headers and values. */
    private static Map<String, byte[]> topics() throws Exception {
        String servers = planted.servers().broker().bootstrapServers();
        Map<String, byte[]> topics = new TreeMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", servers));
                KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                        Map.of("bootstrap.servers", servers),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer())) {
            Collection<String> names = admin.listTopics(new ListTopicsOptions().listInternal(true))
                    .names()
                    .get();
            for (String name : names) {
                topics.put(name, records(consumer, name));
            }
        }
        return topics;
    }

    private static byte[] records(KafkaConsumer<byte[], byte[]> consumer, String topic) throws IOException {
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (partitions.stream().anyMatch(partition -> consumer.position(partition) < ends.get(partition))) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                write(record.key(), all);
                for (Header header : record.headers()) {
                    write(header.key().getBytes(UTF_8), all);
                    write(header.value(), all);
                }
                write(record.value(), all);
            }
        }
        return all.toByteArray();
    }

    private static void write(byte[] bytes, ByteArrayOutputStream all) throws IOException {
        if (bytes != null) {
            all.write(bytes);
            all.write('\n');
        }
    }

    @Test
    void noTableOfTheLogHasOne() throws SQLException, IOException {
        Map<String, byte[]> tables = tables(planted.servers().log().connect("dfs_" + PlantedPipeline.PROJECT));
        assertThat(tables).containsKeys("cdc_log", "dpu_log", "relationship", "dead_letter");
        assertThat(new String(tables.get("cdc_log"), UTF_8)).contains(PlantedPipeline.CANARY);
        assertThat(new String(tables.get("dead_letter"), UTF_8)).contains(PlantedPipeline.CANARY);
        tables.forEach(PlantedPasswordsIT::assertNone);
    }

    @Test
    void noTableOfTheTargetHasOne() throws SQLException, IOException {
        Map<String, byte[]> tables =
                tables(planted.servers().target().connect(FaultPipeline.targetSchema(PlantedPipeline.PROJECT)));
        assertThat(tables).containsKeys("people", "dfs_checkpoint");
        assertThat(new String(tables.get("people"), UTF_8)).contains(PlantedPipeline.CANARY);
        tables.forEach(PlantedPasswordsIT::assertNone);
    }

    /** All values of each table of the connection's schema. */
    private static Map<String, byte[]> tables(Connection connection) throws SQLException, IOException {
        Map<String, byte[]> tables = new TreeMap<>();
        try (connection;
                Statement statement = connection.createStatement()) {
            for (String table : Rows.over(
                    connection, "SELECT table_name FROM information_schema.tables WHERE table_schema = DATABASE()")) {
                ByteArrayOutputStream all = new ByteArrayOutputStream();
                try (ResultSet row = statement.executeQuery("SELECT * FROM `" + table + "`")) {
                    while (row.next()) {
                        for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                            write(value(row, column), all);
                        }
                    }
                }
                tables.put(table, all.toByteArray());
            }
        }
        return tables;
    }

    private static byte[] value(ResultSet row, int column) throws SQLException {
        String type = row.getMetaData().getColumnTypeName(column);
        if (type.contains("BLOB") || type.contains("BINARY")) {
            return row.getBytes(column);
        }
        String text = row.getString(column);
        return text == null ? new byte[0] : text.getBytes(UTF_8);
    }

    @Test
    void noAnswerOverHttpHasOne() {
        Map<String, String> answers = new TreeMap<>();
        planted.services().forEach((service, process) -> {
            for (String path : readable(process)) {
                WireCall.Answer answer =
                        WireCall.get(path).as("admin", planted.admin.text()).to(process.address());
                answers.put(
                        "GET " + service.module() + path + " " + answer.status(),
                        answer.headers() + "\n" + answer.body());
            }
            for (PlantedWord password : List.of(planted.admin, planted.wrongPage)) {
                for (String path : changing(process)) {
                    WireCall.Answer answer = WireCall.post(path, "{}")
                            .as("admin", password.text())
                            .to(process.address());
                    answers.put(
                            "POST " + service.module() + path + " " + answer.status(),
                            answer.headers() + "\n" + answer.body());
                }
            }
        });
        assertThat(answers).hasSizeGreaterThan(80);
        answers.forEach(PlantedPasswordsIT::assertNone);
    }

    private static List<String> readable(ServiceProcess process) {
        List<String> paths = new ArrayList<>(List.of(
                "/",
                "/q/",
                "/q/info",
                "/q/dev",
                "/q/arc",
                "/q/metrics",
                "/q/openapi",
                "/q/health",
                "/q/health/live",
                "/q/health/ready",
                "/q/health/started",
                "/q/swagger-ui",
                "/api/v1/nothing"));
        paths.addAll(paths(process, "get"));
        Matcher links = LINK.matcher(WireCall.get("/")
                .as("admin", planted.admin.text())
                .to(process.address())
                .body());
        while (links.find()) {
            paths.add(links.group(1));
        }
        return paths;
    }

    private static List<String> changing(ServiceProcess process) {
        return paths(process, "post");
    }

    /** Those that the service says it has, with something for each parameter. */
    private static List<String> paths(ServiceProcess process, String method) {
        JsonNode paths = WireCall.get("/q/openapi?format=json")
                .as("admin", planted.admin.text())
                .to(process.address())
                .json()
                .path("paths");
        List<String> found = new ArrayList<>();
        paths.fields().forEachRemaining(path -> {
            if (path.getValue().has(method)) {
                found.add(PARAMETER.matcher(path.getKey()).replaceAll("1"));
            }
        });
        assertThat(found).isNotEmpty();
        return found;
    }

    @Test
    void noMessageOfTheSocketHasOne() {
        assertThat(planted.heard()).contains("\"type\":\"status\"", "people");
        assertNone("socket", planted.heard());
    }

    @Test
    void noProcessTellsOne() throws IOException {
        for (ServiceProcess service : planted.services().values()) {
            long pid = service.child().pid();
            for (String command :
                    List.of("VM.system_properties", "VM.command_line", "VM.flags", "VM.info", "Thread.print")) {
                String answer = JvmReport.of(pid, command);
                assertThat(answer).as(command).hasSizeGreaterThan(100);
                assertNone(service.name() + " " + command, answer);
            }
        }
        assertNone("the arguments of all processes", arguments());
    }

    /** Of all that this process has started. */
    private static String arguments() throws IOException {
        StringBuilder all = new StringBuilder();
        for (ProcessHandle process : ProcessHandle.current().descendants().toList()) {
            try {
                all.append(Files.readString(Path.of("/proc", String.valueOf(process.pid()), "cmdline")))
                        .append('\n');
            } catch (NoSuchFileException e) {
                // It has just ended.
            }
        }
        assertThat(all).contains("cdc-service", "dpu-service", "monitor-ui", "mysqld", "mariadbd", "KafkaProgram");
        return all.toString();
    }

    /** So that nothing writes a heap without being told to. */
    @Test
    void aJvmThatRunsOutOfMemoryWritesNoHeap() throws IOException {
        for (ServiceProcess service : planted.services().values()) {
            String flags = JvmReport.of(service.child().pid(), "VM.flags", "-all");
            assertThat(flags).containsPattern("HeapDumpOnOutOfMemoryError\\s+= false");
        }
    }

    @Test
    void theEnvironmentHasOnlyWhatItWasGiven() throws IOException {
        for (ServiceProcess service : planted.services().values()) {
            byte[] environment = Files.readAllBytes(
                    Path.of("/proc", String.valueOf(service.child().pid()), "environ"));
            assertThat(PlantedWord.in(environment, words)).containsExactly("mask (plain UTF-8)");
        }
    }
}
