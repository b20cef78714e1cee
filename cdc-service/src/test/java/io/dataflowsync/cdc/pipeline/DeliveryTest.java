package io.dataflowsync.cdc.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.cdc.mapping.OutgoingBatch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class DeliveryTest {
    private final List<String> done = new ArrayList<>();

    @Test
    void whatWaitsGoesTogetherAndInOrder() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch others = new CountDownLatch(1);
        Delivery delivery = delivery(batch -> {
            first.countDown();
            others.await();
        });

        delivery.add(batch("1"));
        first.await();
        delivery.add(batch("2"));
        delivery.add(batch("3"));
        assertThat(delivery.idleFor()).isEqualTo(Duration.ZERO);
        others.countDown();
        delivery.settle();

        assertThat(done.stream().filter(line -> line.startsWith("logged"))).containsExactly("logged 1", "logged 3");
        assertThat(done.stream().filter(line -> line.startsWith("published")))
                .last()
                .isEqualTo("published 3");
    }

    @Test
    void nothingBehindAFailureIsDoneUntilItIsForgotten() throws InterruptedException {
        Delivery delivery = delivery(batch -> {
            if (batch.offset().equals(Optional.of("2"))) {
                throw new IllegalStateException("no room");
            }
        });

        delivery.add(batch("1"));
        delivery.settle();
        delivery.add(batch("2"));
        assertThatThrownBy(delivery::settle).hasMessage("no room");
        assertThatThrownBy(() -> delivery.add(batch("3"))).hasMessage("no room");
        assertThat(delivery.failure()).isPresent();
        delivery.forgetFailure();
        delivery.add(batch("4"));
        delivery.settle();

        assertThat(done).containsExactly("logged 1", "published 1", "logged 4", "published 4");
        assertThat(delivery.failure()).isEmpty();
    }

    private interface BeforeLog {
        void take(OutgoingBatch batch) throws InterruptedException;
    }

    private Delivery delivery(BeforeLog beforeLog) {
        return new Delivery(new Delivery.Steps() {
            @Override
            public void log(OutgoingBatch batch) throws InterruptedException {
                beforeLog.take(batch);
                tell("logged", batch);
            }

            @Override
            public void publish(OutgoingBatch batch) {
                tell("published", batch);
            }
        });
    }

    private void tell(String what, OutgoingBatch batch) {
        synchronized (done) {
            done.add(what + " " + batch.offset().orElseThrow());
        }
    }

    private static OutgoingBatch batch(String offset) {
        return new OutgoingBatch(List.of(), List.of(), Optional.of(offset));
    }
}
