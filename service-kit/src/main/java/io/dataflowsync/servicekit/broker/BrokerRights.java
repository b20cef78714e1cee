package io.dataflowsync.servicekit.broker;

import io.dataflowsync.pipeline.broker.BrokerClients;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.Problem;
import io.dataflowsync.pipeline.config.Sasl;
import io.dataflowsync.pipeline.config.Tls.ClientCertificate;
import io.dataflowsync.pipeline.pem.PemException;
import io.dataflowsync.pipeline.pem.PemFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.CreateTopicsOptions;
import org.apache.kafka.clients.admin.DescribeConsumerGroupsOptions;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.TransactionalIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/**
 * Asks the broker for the rights of a service's user, and reports the missing ones with the command that grants them.
 *
 * <p>A broker reports the rights on a topic only when the topic exists. So a service asks before it creates its topics, and again after
 * that. A service without authentication does not ask, because such a broker has no rights to grant.
 */
public final class BrokerRights {
    private static final Map<String, Object> SOON =
            Map.of("request.timeout.ms", 5_000, "default.api.timeout.ms", 10_000);

    private final PipelineConfig config;
    private final BrokerConfig broker;

    public BrokerRights(PipelineConfig config) {
        this.config = config;
        this.broker = config.broker().orElseThrow();
    }

    /**
     * Returns the missing rights of cdc-service: it creates, writes and reads the topics, in transactions with its own id.
     *
     * @throws KafkaException if the broker does not answer
     */
    public List<Problem> missingForCapture() throws InterruptedException {
        return user().isEmpty()
                ? List.of()
                : ask(admin -> {
                    Missing missing = new Missing();
                    for (String topic : List.of(
                            config.changesTopic(),
                            config.schemaHistoryTopic(),
                            config.offsetsTopic(),
                            config.tablesTopic(),
                            config.trackedTablesTopic())) {
                        missing.ofTopic(admin, topic, true, AclOperation.READ, AclOperation.WRITE);
                    }
                    missing.ofTransactions(admin, config.captureTransactionalId());
                    return missing.problems();
                });
    }

    /**
     * Returns the missing rights of dpu-service: it reads two topics, one of them in a group, and writes the dead letters.
     *
     * @throws KafkaException if the broker does not answer
     */
    public List<Problem> missingForApplying() throws InterruptedException {
        return user().isEmpty()
                ? List.of()
                : ask(admin -> {
                    Missing missing = new Missing();
                    missing.ofTopic(admin, config.changesTopic(), false, AclOperation.READ);
                    missing.ofTopic(admin, config.tablesTopic(), false, AclOperation.READ);
                    missing.ofTopic(admin, config.deadLettersTopic(), true, AclOperation.WRITE);
                    missing.ofGroup(admin, config.applyingGroup());
                    return missing.problems();
                });
    }

    private interface Question {
        List<Problem> ask(Admin admin) throws InterruptedException;
    }

    private List<Problem> ask(Question question) throws InterruptedException {
        try (Admin admin = Admin.create(BrokerClients.with(broker, SOON))) {
            return question.ask(admin);
        }
    }

    /** Returns the service's name on the broker; empty if the service has no authentication. */
    private Optional<String> user() {
        return broker.sasl().map(Sasl::user).or(() -> broker.tls().client().map(BrokerRights::subject));
    }

    private static String subject(ClientCertificate client) {
        try {
            return new PemFile(client.certificate())
                    .certificates()
                    .get(0)
                    .getSubjectX500Principal()
                    .getName();
        } catch (PemException e) {
            throw new IllegalStateException(e.what(), e);
        }
    }

    private static <T> T get(Map<String, KafkaFuture<T>> answers, String name) throws InterruptedException {
        return get(Objects.requireNonNull(answers.get(name)));
    }

    private static <T> T get(KafkaFuture<T> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }

    /** Collects the missing rights. */
    private final class Missing {
        private final Map<AclOperation, Set<String>> onTopics = new TreeMap<>();
        private final List<Problem> others = new ArrayList<>();

        /** @param creates whether the service creates the topic if it is missing */
        void ofTopic(Admin admin, String topic, boolean creates, AclOperation... needed) throws InterruptedException {
            try {
                TopicDescription there = get(
                        admin.describeTopics(
                                        List.of(topic), new DescribeTopicsOptions().includeAuthorizedOperations(true))
                                .topicNameValues(),
                        topic);
                addUnless(there.authorizedOperations(), topic, needed);
            } catch (AuthorizationException e) {
                addUnless(Set.of(), topic, needed);
            } catch (UnknownTopicOrPartitionException e) {
                if (creates && !mayCreate(admin, topic)) {
                    add(AclOperation.CREATE, topic);
                }
            }
        }

        /** @param granted the granted operations; null if the broker does not report them */
        private void addUnless(@Nullable Set<AclOperation> granted, String topic, AclOperation... needed) {
            for (AclOperation operation : needed) {
                if (granted != null && !granted.contains(operation)) {
                    add(operation, topic);
                }
            }
        }

        private void add(AclOperation operation, String topic) {
            onTopics.computeIfAbsent(operation, o -> new TreeSet<>()).add(topic);
        }

        private boolean mayCreate(Admin admin, String topic) throws InterruptedException {
            try {
                get(
                        admin.createTopics(
                                        List.of(new NewTopic(topic, Optional.of(1), Optional.empty())),
                                        new CreateTopicsOptions().validateOnly(true))
                                .values(),
                        topic);
                return true;
            } catch (AuthorizationException e) {
                return false;
            }
        }

        void ofTransactions(Admin admin, String id) throws InterruptedException {
            try {
                get(admin.describeTransactions(List.of(id)).description(id));
            } catch (AuthorizationException e) {
                addOther(AclOperation.WRITE, "transactional id " + id, "--transactional-id " + id);
            } catch (TransactionalIdNotFoundException e) {
                // It was never used, and using it is allowed.
            }
        }

        void ofGroup(Admin admin, String id) throws InterruptedException {
            try {
                Set<AclOperation> granted = get(
                                admin.describeConsumerGroups(
                                                List.of(id),
                                                new DescribeConsumerGroupsOptions().includeAuthorizedOperations(true))
                                        .describedGroups(),
                                id)
                        .authorizedOperations();
                if (granted != null && !granted.contains(AclOperation.READ)) {
                    addOther(AclOperation.READ, "group " + id, "--group " + id);
                }
            } catch (AuthorizationException e) {
                addOther(AclOperation.READ, "group " + id, "--group " + id);
            } catch (GroupIdNotFoundException e) {
                // It was never used, and using it is allowed.
            }
        }

        private void addOther(AclOperation operation, String what, String option) {
            others.add(problem(operation, "the " + what, option));
        }

        List<Problem> problems() {
            List<Problem> problems = new ArrayList<>();
            String prefix = config.changesTopic().replaceFirst("[^.]*$", "");
            onTopics.forEach((operation, topics) -> problems.add(problem(
                    operation,
                    (topics.size() == 1 ? "the topic " : "the topics ") + String.join(", ", topics),
                    "--resource-pattern-type prefixed --topic " + prefix)));
            problems.addAll(others);
            return problems;
        }

        private Problem problem(AclOperation operation, String resource, String option) {
            String user = user().orElseThrow();
            String word =
                    operation.name().charAt(0) + operation.name().substring(1).toLowerCase(Locale.ROOT);
            String place = broker.sasl().isPresent() ? "dfs.broker.sasl.user" : "dfs.broker.tls.certificate";
            return new Problem(
                    config.places().of(place),
                    "the user '" + user + "' lacks " + word + " on " + resource,
                    "run kafka-acls.sh --add --allow-principal 'User:" + user + "' --operation " + word + " " + option
                            + " on the broker");
        }
    }
}
