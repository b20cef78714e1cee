package io.dataflowsync.dpu.deadletter.messaging;

import io.dataflowsync.dpu.deadletter.BrokerAnswer;
import io.dataflowsync.dpu.deadletter.DeadLetter;
import io.dataflowsync.dpu.deadletter.DeadLetterAnnouncer;
import io.dataflowsync.dpu.deadletter.DeadLetterRecord;
import io.dataflowsync.dpu.deadletter.DeadLetterTopic;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;

/**
 * Writes dead letters to their topic, and creates the topic before the first one.
 *
 * <p>The framework sends in the background, but a lane may only go on when its dead letters are durable. So an announcement waits until the
 * broker has acknowledged all of them, and sends the others after the first: with an unreachable broker the client may wait its whole time for
 * each record. The channel's client connects with the first dead letter: most pipelines never have one.
 */
@ApplicationScoped
public class DeadLetterChannel implements DeadLetterAnnouncer {
    static final String CHANNEL = "dead-letters";

    private final DeadLetterTopic topic;
    private final MutinyEmitter<ProducerRecord<byte[], byte[]>> emitter;

    /** @param emitter never refuses a record: an announcement has no more records than a batch has events */
    DeadLetterChannel(
            PipelineConfig pipeline,
            @Channel(CHANNEL) @OnOverflow(OnOverflow.Strategy.UNBOUNDED_BUFFER)
                    MutinyEmitter<ProducerRecord<byte[], byte[]>> emitter) {
        this.topic = new DeadLetterTopic(pipeline.broker().orElseThrow(), pipeline.deadLettersTopic());
        this.emitter = emitter;
    }

    @Override
    public void announce(List<DeadLetter> letters) {
        if (letters.isEmpty()) {
            return;
        }
        topic.create();
        BrokerAnswer.await(send(letters.get(0)));
        letters.stream().skip(1).map(this::send).toList().forEach(BrokerAnswer::await);
    }

    private Future<?> send(DeadLetter letter) {
        return emitter.send(DeadLetterRecord.of(topic.name(), letter)).subscribeAsCompletionStage();
    }
}
