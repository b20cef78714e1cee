package io.dataflowsync.cdc.pipeline;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.log.TopicLog;
import io.dataflowsync.cdc.pipeline.RetryUntilAvailable.Peer;
import io.dataflowsync.cdc.publish.OffsetTopic.Committed;
import io.dataflowsync.cdc.publish.Topics;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.topic.FoundTopic;
import io.dataflowsync.contract.topic.KnownTopic;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Compares the topics with what the log knows of them, and stops the capture if they differ.
 *
 * <p>A broker that lost its data has lost the source offset, too. Without this check that would look like a first start, and an unwanted
 * snapshot would follow.
 */
public final class PublishedTopicsGuard {
    private static final Logger LOG = Logger.getLogger(PublishedTopicsGuard.class);
    private static final long INTERVAL_SECONDS = 5;

    private final PipelineConfig config;
    private final Topics topics;
    private final TopicLog log;
    private final RetryUntilAvailable retry;
    private Map<String, KnownTopic> known = new HashMap<>();
    private volatile @Nullable String difference;

    public PublishedTopicsGuard(PipelineConfig config, TopicLog log, RetryUntilAvailable retry) {
        this.config = config;
        this.topics = new Topics(config);
        this.log = log;
        this.retry = retry;
    }

    /**
     * Compares the topics that existed before, and creates those that never did.
     *
     * @throws CannotGoOnException if a topic is not the same as before
     */
    public void open() throws InterruptedException {
        Map<String, KnownTopic> before = new HashMap<>();
        for (String topic : topics.names()) {
            retry.untilDone(Peer.LOG, "read what is known of the topics", () -> log.known(topic))
                    .ifPresent(found -> before.put(topic, found));
        }
        Map<String, FoundTopic> found = find();
        difference(before, found).ifPresent(PublishedTopicsGuard::refuse);
        Set<String> there = new HashSet<>(before.keySet());
        there.addAll(found.keySet());
        retry.runUntilDone(Peer.BROKER, "create the topics", () -> topics.create(there));
        Set<String> created = new HashSet<>(topics.names());
        created.removeAll(before.keySet());
        created.removeAll(found.keySet());
        if (!created.isEmpty()) {
            note(created, before);
        }
        synchronized (this) {
            known = before;
            difference = null;
        }
    }

    /** Notes the new topics at once, before anything is withdrawn from the log: the rows of the log up to now belong to other topics. */
    private void note(Set<String> created, Map<String, KnownTopic> before) throws InterruptedException {
        Map<String, FoundTopic> there = retry.untilDone(Peer.BROKER, "see the topics that were created", this::findAll);
        List<KnownTopic> notes = created.stream()
                .map(name -> KnownTopic.of(name, Objects.requireNonNull(there.get(name))))
                .toList();
        notes.forEach(topic -> before.put(topic.name(), topic));
        retry.runUntilDone(Peer.LOG, "note the topics", () -> log.note(notes));
    }

    private Map<String, FoundTopic> find() throws InterruptedException {
        return retry.untilDone(Peer.BROKER, "look at the topics", topics::find);
    }

    private Map<String, FoundTopic> findAll() throws IOException {
        Map<String, FoundTopic> found = topics.find();
        if (!found.keySet().containsAll(topics.names())) {
            throw new IOException("the broker does not show all of them yet");
        }
        return found;
    }

    private static Optional<String> difference(Map<String, KnownTopic> known, Map<String, FoundTopic> found) {
        return known.values().stream()
                .flatMap(topic -> topic.difference(Optional.ofNullable(found.get(topic.name()))).stream())
                .sorted()
                .findFirst();
    }

    private static void refuse(String text) {
        throw changed(text);
    }

    private static CannotGoOnException changed(String text) {
        return new CannotGoOnException(ErrorCode.TOPIC_CHANGED, text, null);
    }

    /**
     * Compares the source offset that was read back, and notes the topics from now on.
     *
     * @throws CannotGoOnException if the offset is lost, or if the log is not the one that goes with it
     */
    public void opened(Optional<Committed> offset) throws InterruptedException {
        KnownTopic offsets = known.get(config.offsetsTopic());
        if (offsets == null) {
            requireLogOf(offset);
        } else if (offset.isEmpty() && offsets.hasRecords()) {
            refuse("the topic " + offsets.name() + " holds no source offset, and had reached offset "
                    + offsets.ends().get(0));
        }
        note(find());
    }

    private void requireLogOf(Optional<Committed> offset) throws InterruptedException {
        boolean published =
                offset.filter(committed -> !committed.lastEventId().isEmpty()).isPresent();
        if (published && retry.untilDone(Peer.LOG, "count the events of the log", log::events) == 0) {
            throw new CannotGoOnException(
                    ErrorCode.LOG_MISMATCH,
                    "the topic has events up to " + offset.orElseThrow().lastEventId()
                            + ", and the log schema knows of none: it is not the one that goes with this broker",
                    null);
        }
    }

    private void note(Map<String, FoundTopic> found) throws InterruptedException {
        retry.runUntilDone(Peer.LOG, "note the topics", () -> log.note(merged(found)));
    }

    private synchronized List<KnownTopic> merged(Map<String, FoundTopic> found) {
        found.forEach((name, topic) ->
                known.merge(name, KnownTopic.of(name, topic), (before, now) -> before.reaching(now.ends())));
        return new ArrayList<>(known.values());
    }

    /** The last row of the log that belongs to an earlier topic. */
    long loggedBefore() throws SQLException {
        return log.loggedBefore(config.changesTopic());
    }

    /**
     * Requires that no difference was found. Call it before something is published.
     *
     * @throws CannotGoOnException if a topic is not the same as before
     */
    void require() {
        String text = difference;
        if (text != null) {
            refuse(text);
        }
    }

    /**
     * Compares the topics every 5 seconds, and notes how far they are, until the service ends.
     *
     * @param stop called when a topic is not the same as before; without it an idle source, which publishes nothing, would not show the
     *     difference
     */
    public void watch(CountDownLatch closing, Consumer<RuntimeException> stop) {
        Thread watch = new Thread(() -> watchUntil(closing, stop), "topics");
        watch.setDaemon(true);
        watch.start();
    }

    private void watchUntil(CountDownLatch closing, Consumer<RuntimeException> stop) {
        try {
            while (!closing.await(INTERVAL_SECONDS, TimeUnit.SECONDS)) {
                look();
                String text = difference;
                if (text != null) {
                    stop.accept(changed(text));
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("The watch of the topics is interrupted", e);
        }
    }

    private void look() {
        Map<String, KnownTopic> before;
        synchronized (this) {
            before = Map.copyOf(known);
        }
        if (before.isEmpty() || difference != null) {
            return;
        }
        try {
            Map<String, FoundTopic> found = topics.find();
            difference = difference(before, found).orElse(null);
            if (difference == null) {
                log.note(merged(found));
            } else {
                LOG.errorf("Nothing is published any more: %s: %s", ErrorCode.TOPIC_CHANGED.word(), difference);
            }
        } catch (Exception e) {
            LOG.debugf("The topics are compared again later: %s", e.getMessage());
        }
    }
}
