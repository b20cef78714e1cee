package io.dataflowsync.dpu.deadletter.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SendFailureFilterTest {
    private final SendFailureFilter filter = new SendFailureFilter();

    @Test
    void onlyTheLinesAboutRecordsThatWereNotSentAreLeftOut() {
        assertThat(filter.isLoggable(line("SRMSG18206: Unable to write to Kafka from channel %s (topic: %s)")))
                .isFalse();
        assertThat(filter.isLoggable(line("SRMSG18212: Message %s from channel '%s' was not sent")))
                .isFalse();
        assertThat(filter.isLoggable(line("SRMSG18217: Unable to read a record from Kafka topics '%s'")))
                .isTrue();
        assertThat(filter.isLoggable(line("SRMSG18206 without a colon"))).isTrue();
        assertThat(filter.isLoggable(line(null))).isTrue();
    }

    private static LogRecord line(@Nullable String message) {
        return new LogRecord(Level.SEVERE, message);
    }
}
