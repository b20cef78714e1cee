package io.dataflowsync.cdc.capture.status;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.error.ErrorCode;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CaptureStatusTest {
    private final CaptureStatus status = new CaptureStatus();

    @Test
    void theSameTroubleLastsSinceItBegan() {
        status.enter(CaptureState.RETRYING, ErrorCode.BROKER_AWAY, "first try");
        Instant since = status.view().since();

        status.enter(CaptureState.RETRYING, ErrorCode.BROKER_AWAY, "second try");

        assertThat(status.view().since()).isEqualTo(since);
        assertThat(status.view().lastError()).isEqualTo("second try");
    }

    @Test
    void anotherReasonOrAnotherStateBeginsAnew() {
        status.enter(CaptureState.RETRYING, ErrorCode.BROKER_AWAY, "no broker");
        Instant broker = status.view().since();
        status.enter(CaptureState.RETRYING, ErrorCode.LOG_AWAY, "no log");
        Instant log = status.view().since();
        status.enter(CaptureState.STREAMING);

        assertThat(broker).isBefore(log);
        assertThat(log).isBefore(status.view().since());
        assertThat(status.view().errorCode()).isNull();
    }
}
