package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.topic.FoundTopic;
import io.dataflowsync.contract.topic.KnownTopic;
import io.dataflowsync.dpu.execute.TopicMark;
import io.dataflowsync.dpu.intake.TopicLook;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Compares the topic with the one that the checkpoints belong to: the offsets of another topic mean other events. */
public final class TopicGuard {
    private final String topic;
    private final TopicMark mark;
    private final TopicLook look;

    public TopicGuard(String topic, TopicMark mark, TopicLook look) {
        this.topic = topic;
        this.mark = mark;
        this.look = look;
    }

    /** The reason why nothing may be taken from the topic, with its details. */
    public record Failure(ErrorCode code, String text) {
        /** The text for a log line. */
        String line() {
            return code.word() + ": " + text + ". " + code.remedy();
        }
    }

    /**
     * Compares the topics, and notes the topic when it is there for the first time.
     *
     * @return what is wrong; empty if it is the same topic
     * @throws SQLException if the target does not answer
     * @throws IOException if the broker does not answer
     */
    Optional<Failure> check() throws SQLException, IOException {
        KnownTopic known = mark.known();
        Optional<FoundTopic> found = look.find();
        boolean first = known.id().isEmpty();
        if (first && found.isEmpty() && !known.hasRecords()) {
            return Optional.of(
                    new Failure(ErrorCode.TOPIC_MISSING, "the broker answers and has no topic " + topic + " yet"));
        }
        Optional<String> difference = known.differenceForReader(found);
        if (difference.isEmpty() && first) {
            mark.note(found.orElseThrow());
        }
        return difference.map(text -> new Failure(ErrorCode.TOPIC_CHANGED, text));
    }
}
