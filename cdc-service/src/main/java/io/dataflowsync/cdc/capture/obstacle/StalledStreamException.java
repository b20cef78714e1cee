package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;
import java.net.SocketException;
import java.time.Duration;

/** Says that the connection to the source is open, but nothing arrives on it. */
public final class StalledStreamException extends SocketException {
    private static final long serialVersionUID = 1;

    /** @param silence the time since the last event */
    public StalledStreamException(Duration silence) {
        super(ErrorCode.SOURCE_STALLED.word() + ": the source sent nothing for " + silence.toSeconds() + " s");
    }
}
