package io.dataflowsync.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.sandbox.engine.Child;
import io.dataflowsync.sandbox.engine.Engine;
import io.dataflowsync.sandbox.engine.EngineOptions;
import io.dataflowsync.sandbox.engine.FreePort;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.KafkaBroker.Outside;
import io.dataflowsync.sandbox.engine.RunDirectory;
import io.dataflowsync.sandbox.launch.Service;
import io.dataflowsync.sandbox.launch.ServiceProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.resource.ResourceType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** On a broker that grants nothing by itself, the pipeline runs with exactly what deploy/grants/kafka.sh says, and a start without one names it. */
class BrokerGrantsIT {
    private static final String PROJECT = "granted";
    private static final String PASSWORD = "of the broker's user";

    private static RunDirectory run;
    private static FaultServers servers;
    private static int inside;
    private static int users;
    private static int projects;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        int asked = FreePort.onLoopback();
        FaultServers open = FaultServers.start(run, EngineOptions.DEFAULT, EngineOptions.DEFAULT);
        open.broker().close();
        KafkaBroker strict = KafkaBroker.start(
                run,
                EngineOptions.DEFAULT.withFlags(
                        "listener.security.protocol.map=BROKER:PLAINTEXT,CONTROLLER:PLAINTEXT,OUTSIDE:SASL_PLAINTEXT",
                        "listener.name.outside.sasl.enabled.mechanisms=SCRAM-SHA-512",
                        "listener.name.outside.scram-sha-512.sasl.jaas.config="
                                + "org.apache.kafka.common.security.scram.ScramLoginModule required;",
                        "authorizer.class.name=org.apache.kafka.metadata.authorizer.StandardAuthorizer",
                        "super.users=User:ANONYMOUS"),
                new Outside(asked, asked));
        servers = new FaultServers(open.source(), open.target(), open.cutter(), open.log(), strict);
        inside = asked;
        servers.createSchemas(PROJECT);
        FaultPipeline.lastRow(servers, PROJECT);
    }

    @AfterAll
    static void end() {
        FaultPipeline.end(null, servers, run);
    }

    @Test
    void thePipelineRunsWithExactlyTheseRights() throws Exception {
        Map<String, String> environment = of(user(KafkaGrants.of("<user>", PROJECT)));
        try (FaultPipeline pipeline = new FaultPipeline(run, servers, PROJECT, "", environment)) {
            pipeline.table("people", "id INT PRIMARY KEY AUTO_INCREMENT, name VARCHAR(20)");
            pipeline.target("ALTER TABLE people ADD UNIQUE (name)");
            pipeline.source("INSERT INTO people (name) VALUES ('Ada'), ('Bob')");
            pipeline.awaitAllDealtWith();
            pipeline.source("INSERT INTO people (name) VALUES ('Ada')", "UPDATE people SET name = 'Bea' WHERE id = 2");
            pipeline.awaitAllDealtWith();

            pipeline.cdc().restart();
            pipeline.dpu().restart();
            pipeline.source("INSERT INTO people (name) VALUES ('Cy')");
            pipeline.awaitAllDealtWith();

            assertThat(pipeline.onTarget("SELECT name FROM people ORDER BY id")).containsExactly("Ada", "Bea", "Cy");
            assertThat(pipeline.countInLog("dead_letter")).isEqualTo(1);
            await("the dead letter is on its topic")
                    .atMost(FaultPipeline.PATIENCE)
                    .until(() -> {
                        try (Admin admin = admin()) {
                            return admin.listTopics().names().get().contains("dfs." + PROJECT + ".dead-letters");
                        }
                    });
        }
    }

    /** A right, the service that needs it, and the line without it; the words in angle brackets are replaced. */
    static Stream<Arguments> rights() throws Exception {
        return KafkaGrants.of("<user>", "<project>").stream().map(right -> {
            AclOperation operation = right.entry().operation();
            ResourceType type = right.pattern().resourceType();
            return Arguments.of(operation, type, type == ResourceType.GROUP ? Service.DPU : Service.CDC, line(right));
        });
    }

    private static String line(AclBinding right) {
        String topics = Stream.of("changes", "offsets", "schema-history", "tables", "tracked-tables")
                .map(name -> "dfs.<project>." + name)
                .reduce((a, b) -> a + ", " + b)
                .orElseThrow();
        String lacks = "DFS_BROKER_SASL_USER: the user '<user>' lacks ";
        String run = "; run kafka-acls.sh --add --allow-principal 'User:<user>' --operation ";
        String word =
                switch (right.entry().operation()) {
                    case CREATE -> "Create";
                    case READ -> "Read";
                    default -> "Write";
                };
        return switch (right.pattern().resourceType()) {
            case TOPIC ->
                lacks + word + " on the topics " + topics + run + word
                        + " --resource-pattern-type prefixed --topic dfs.<project>. on the broker";
            case GROUP ->
                lacks + word + " on the group dfs-<project>-dpu" + run + word
                        + " --group dfs-<project>-dpu on the broker";
            default ->
                lacks + word + " on the transactional id dfs-<project>-cdc" + run + word
                        + " --transactional-id dfs-<project>-cdc on the broker";
        };
    }

    @ParameterizedTest(name = "{0} on the {1}")
    @MethodSource("rights")
    void aStartWithoutOneOfThemNamesIt(AclOperation operation, ResourceType type, Service service, String line)
            throws Exception {
        String project = PROJECT + "-" + ++projects;
        List<AclBinding> left = KafkaGrants.of("<user>", project).stream()
                .filter(right -> right.entry().operation() != operation
                        || right.pattern().resourceType() != type)
                .toList();
        String user = user(left);

        List<String> said = lastWords(service, project, user);

        assertThat(said).contains(line.replace("<user>", user).replace("<project>", project));
    }

    /** What a service writes that ends with exit code 2. */
    private static List<String> lastWords(Service service, String project, String user) throws IOException {
        Map<String, String> environment = new HashMap<>(of(user));
        environment.put("DFS_PROJECT", project);
        ServiceProcess process = ServiceProcess.start(
                service,
                project + "-" + service.module(),
                run,
                pipelineFile(),
                environment,
                FreePort.onLoopback(),
                Child.Ending.KILL);
        await().atMost(FaultPipeline.PATIENCE).until(() -> !process.child().isAlive());
        assertThat(process.child().exitCode()).isEqualTo(2);
        return process.child().lastLines(1000);
    }

    private static Path pipelineFile() throws IOException {
        String text = """
                dfs:
                  project: granted
                  source: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schemas: [granted] }
                  target: { host: 127.0.0.1, port: %d, user: dfs, password: %s, schema: granted_copy, allow-public-key-retrieval: true }
                  log: { host: 127.0.0.1, port: %d, user: dfs, password: %s }
                  broker: { bootstrap-servers: "127.0.0.1:%d" }
                """.formatted(
                        servers.source().port(),
                        Engine.PASSWORD,
                        servers.targetPort(),
                        Engine.PASSWORD,
                        servers.log().port(),
                        Engine.PASSWORD,
                        inside);
        return Files.writeString(run.path().resolve("rights.yaml"), text);
    }

    /** A new user of the broker with these rights, and its name. */
    private static String user(List<AclBinding> rights) throws Exception {
        String user = "user" + ++users;
        List<AclBinding> own = rights.stream()
                .map(right -> new AclBinding(
                        right.pattern(),
                        new AccessControlEntry(
                                "User:" + user,
                                right.entry().host(),
                                right.entry().operation(),
                                right.entry().permissionType())))
                .toList();
        try (Admin admin = admin()) {
            admin.alterUserScramCredentials(List.of(new UserScramCredentialUpsertion(
                            user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), PASSWORD)))
                    .all()
                    .get();
            admin.createAcls(own).all().get();
            await().until(() -> admin.describeAcls(AclBindingFilter.ANY).values().get().stream()
                            .filter(right -> right.entry().principal().equals("User:" + user))
                            .count()
                    == own.size());
        }
        return user;
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", servers.broker().bootstrapServers()));
    }

    private static Map<String, String> of(String user) {
        return Map.of(
                "DFS_BROKER_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + inside,
                "DFS_BROKER_SASL_USER",
                user,
                "DFS_BROKER_SASL_PASSWORD",
                PASSWORD);
    }
}
