package io.dataflowsync.dpu.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.error.ServerException;
import io.dataflowsync.dpu.Engines;
import io.dataflowsync.dpu.execute.Checkpoints;
import io.dataflowsync.dpu.execute.TopicMark;
import io.dataflowsync.dpu.intake.TablesTopic;
import io.dataflowsync.dpu.intake.TopicLook;
import io.dataflowsync.dpu.lane.TopicGuard.Failure;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import io.dataflowsync.sandbox.engine.KafkaBroker;
import io.dataflowsync.sandbox.engine.RunDirectory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The topic beside the checkpoints, on a real broker and target: each way in which it may be another one. */
class TopicGuardIT {
    private static RunDirectory run;
    private static KafkaBroker broker;
    private static Admin admin;

    @BeforeAll
    static void start() {
        run = RunDirectory.open();
        broker = KafkaBroker.start(run);
        admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }

    @AfterAll
    static void stop() {
        admin.close();
        run.close();
    }

    @Test
    void aTopicThatWasNeverThereIsMissingAndIsNotedOnceItIs() throws Exception {
        TopicGuard guard = guard("fresh", -1);
        assertThat(guard.check())
                .contains(new Failure(
                        ErrorCode.TOPIC_MISSING, "the broker answers and has no topic dfs.fresh.changes yet"));
        assertThat(names()).doesNotContain("dfs.fresh.changes");

        create("fresh", 1);
        assertThat(guard.check()).isEmpty();
        assertThat(Engines.rows(target("fresh"), "SELECT topic, topic_id, partitions FROM dfs_topic"))
                .containsExactly("dfs.fresh.changes|" + id("fresh") + "|1");
    }

    @Test
    void aTopicThatWasMadeAgainIsAnotherOne() throws Exception {
        TopicGuard guard = noted("again", 1);
        String before = id("again");
        delete("again");
        assertThat(text(guard))
                .isEqualTo("the topic dfs.again.changes with the id " + before + " is gone from the broker");

        create("again", 1);
        fill("again", 3);
        assertThat(text(guard))
                .startsWith("the topic dfs.again.changes is another one: it had the id " + before + " and now has "
                        + id("again"));
    }

    @Test
    void aTopicThatEndsBeforeTheCheckpointHasLostRecords() throws Exception {
        create("short", 1);
        fill("short", 2);
        assertThat(text(guard("short", 5)))
                .isEqualTo("partition 0 of the topic dfs.short.changes had reached offset 6 and now ends at 2:"
                        + " records that were there are lost");
    }

    @Test
    void recordsThatWereDeletedBehindTheCheckpointAreMissed() throws Exception {
        TopicGuard guard = noted("deleted", 4);
        TopicPartition partition = new TopicPartition("dfs.deleted.changes", 0);
        done(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(1)))
                .all()
                .toCompletionStage()
                .toCompletableFuture());
        assertThat(guard.check()).isEmpty();
        done(admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(3)))
                .all()
                .toCompletionStage()
                .toCompletableFuture());
        assertThat(text(guard))
                .isEqualTo("partition 0 of the topic dfs.deleted.changes is read next at offset 1 and begins at 3:"
                        + " the records between were deleted");
    }

    @Test
    void aMissingTopicOfTablesHasItsOwnCode() {
        Assertions.assertThatThrownBy(() ->
                        new TablesTopic(new BrokerConfig(broker.bootstrapServers(), 1, 1), "dfs.none.tables").read())
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOPIC_MISSING));
    }

    /** One of which the first record is applied. */
    private static TopicGuard noted(String project, int records) throws Exception {
        create(project, 1);
        fill(project, records);
        TopicGuard guard = guard(project, 0);
        assertThat(guard.check()).isEmpty();
        return guard;
    }

    private static TopicGuard guard(String project, long checkpoint) throws Exception {
        Engines.TARGET.execute("", "CREATE DATABASE topic_" + project);
        DataSource target = target(project);
        String topic = "dfs." + project + ".changes";
        Checkpoints checkpoints = new Checkpoints(target, "topic_" + project, topic);
        checkpoints.create();
        Engines.run(
                target,
                "INSERT INTO dfs_checkpoint (topic, lane, topic_offset, owner_epoch) VALUES ('" + topic + "', 0, "
                        + checkpoint + ", 1)");
        return new TopicGuard(
                topic,
                new TopicMark(target, "topic_" + project, topic),
                new TopicLook(new BrokerConfig(broker.bootstrapServers(), 1, 1), topic));
    }

    private static DataSource target(String project) {
        TargetConfig config = Engines.target("topic_" + project);
        return Engines.dataSource(config);
    }

    private static String text(TopicGuard guard) throws Exception {
        Optional<Failure> failure = guard.check();
        assertThat(failure.orElseThrow().code()).isEqualTo(ErrorCode.TOPIC_CHANGED);
        return failure.get().text();
    }

    private static void create(String project, int partitions) throws Exception {
        NewTopic topic = new NewTopic("dfs." + project + ".changes", partitions, (short) 1);
        done(admin.createTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture());
    }

    private static void delete(String project) throws Exception {
        String topic = "dfs." + project + ".changes";
        done(admin.deleteTopics(List.of(topic)).all().toCompletionStage().toCompletableFuture());
        await().until(() -> !names().contains(topic));
    }

    private static Set<String> names() throws Exception {
        return admin.listTopics().names().get();
    }

    private static String id(String project) throws Exception {
        String topic = "dfs." + project + ".changes";
        return Objects.requireNonNull(admin.describeTopics(List.of(topic))
                        .allTopicNames()
                        .get()
                        .get(topic))
                .topicId()
                .toString();
    }

    private static void fill(String project, int records) throws Exception {
        try (KafkaProducer<String, String> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer())) {
            for (int i = 0; i < records; i++) {
                done(producer.send(new ProducerRecord<>("dfs." + project + ".changes", 0, "k", "v" + i)));
            }
        }
    }

    private static void done(Future<?> done) throws Exception {
        done.get();
    }
}
