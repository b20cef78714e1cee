package io.dataflowsync.dpu.deadletter;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;

/** Waits for the answers of the broker about dead letters. */
public final class BrokerAnswer {
    private BrokerAnswer() {}

    /**
     * Waits for an answer.
     *
     * @throws KafkaException if the broker refuses, or does not answer in time
     */
    public static void await(Future<?> answer) {
        try {
            answer.get();
        } catch (ExecutionException e) {
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /**
     * Waits for an answer that may be a certain refusal.
     *
     * @return false if it is this refusal
     * @throws KafkaException if the broker refuses for another reason, or does not answer in time
     */
    static boolean await(Future<?> answer, Class<? extends KafkaException> harmless) {
        try {
            answer.get();
            return true;
        } catch (ExecutionException e) {
            if (harmless.isInstance(e.getCause())) {
                return false;
            }
            throw failure(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static KafkaException failure(ExecutionException e) {
        return new KafkaException("dead letters cannot be sent to the broker: " + e.getMessage(), e);
    }

    private static KafkaException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new KafkaException("interrupted while sending dead letters", e);
    }
}
