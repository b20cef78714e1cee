package io.dataflowsync.dpu.deadletter.messaging;

import io.quarkus.logging.LoggingFilter;
import java.util.Set;
import java.util.logging.Filter;
import java.util.logging.LogRecord;

/**
 * Keeps the framework's lines about records that could not be sent out of the log.
 *
 * <p>The framework writes two stack traces for each record. The lane reports the failure in one line, and tries again.
 */
@LoggingFilter(name = "send-failures")
public final class SendFailureFilter implements Filter {
    /** The numbers of the messages: the producer cannot be created, a record cannot be written, a message is refused. */
    private static final Set<String> REPORTED_BY_THE_LANE = Set.of("SRMSG18261", "SRMSG18206", "SRMSG18212");

    @Override
    public boolean isLoggable(LogRecord line) {
        String message = String.valueOf(line.getMessage());
        return !REPORTED_BY_THE_LANE.contains(message.substring(0, Math.max(0, message.indexOf(':'))));
    }
}
