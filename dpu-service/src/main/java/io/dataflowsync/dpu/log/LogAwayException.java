package io.dataflowsync.dpu.log;

import java.sql.SQLException;

/** Reports that dead letters cannot be kept now, so that their batch must not be committed. */
public final class LogAwayException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public LogAwayException(SQLException cause) {
        super(cause.getMessage(), cause);
    }
}
