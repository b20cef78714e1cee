package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;
import java.net.SocketException;
import java.time.Duration;

/** The connection to the source stands, but nothing arrives on it. */
public final class StalledStreamException extends SocketException {
    private static final long serialVersionUID = 1;

    /** @param silence since the last event */
    public StalledStreamException(Duration silence) {
        super(ErrorCode.SOURCE_STALLED.word() + ": nothing was heard of the source for " + silence.toSeconds() + " s");
    }
}
