package io.dataflowsync.dpu.lane;

import io.dataflowsync.contract.broker.FoundTopic;
import io.dataflowsync.contract.broker.KnownTopic;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.dpu.execute.TopicMark;
import io.dataflowsync.dpu.intake.TopicLook;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;

/** Compares the topic with the one that the checkpoints are of: offsets of another one mean other events. */
public final class TopicGuard {
    private final String topic;
    private final TopicMark mark;
    private final TopicLook look;

    public TopicGuard(String topic, TopicMark mark, TopicLook look) {
        this.topic = topic;
        this.mark = mark;
        this.look = look;
    }

    /** Why nothing may be taken from the topic, and what is known of that. */
    public record Trouble(ErrorCode code, String text) {
        /** For a log. */
        String line() {
            return code.word() + ": " + text + ". " + code.remedy();
        }
    }

    /**
     * Compares, and notes the topic the first time that it is there.
     *
     * @return what is amiss; empty where it is the topic that it was
     * @throws SQLException where the target does not answer
     * @throws IOException where the broker does not
     */
    Optional<Trouble> check() throws SQLException, IOException {
        KnownTopic known = mark.known();
        Optional<FoundTopic> found = look.find();
        boolean first = known.id().isEmpty();
        if (first && found.isEmpty() && !known.hasRecords()) {
            return Optional.of(
                    new Trouble(ErrorCode.TOPIC_MISSING, "the broker answers and has no topic " + topic + " yet"));
        }
        Optional<String> difference = known.differenceForReader(found);
        if (difference.isEmpty() && first) {
            mark.note(found.orElseThrow());
        }
        return difference.map(text -> new Trouble(ErrorCode.TOPIC_CHANGED, text));
    }
}
