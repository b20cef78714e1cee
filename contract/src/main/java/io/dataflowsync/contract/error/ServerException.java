package io.dataflowsync.contract.error;

import java.sql.SQLException;

/** A failure of a server, with its error code. */
public final class ServerException extends SQLException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;

    public ServerException(ErrorCode code, SQLException cause) {
        super(cause.getMessage(), cause.getSQLState(), cause.getErrorCode(), cause);
        this.code = code;
    }

    public ErrorCode code() {
        return code;
    }
}
