package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A failure that only an operator can fix; a retry would end the same way. */
public final class CannotGoOnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient @Nullable Obstacle obstacle;

    /** @param reason the reason in one line */
    public CannotGoOnException(ErrorCode code, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.obstacle = null;
    }

    /** For an obstacle at one place of the source. */
    public CannotGoOnException(Obstacle obstacle) {
        this(obstacle, null);
    }

    /** For an obstacle at one place of the source, with the failure of an attempt to pass it. */
    public CannotGoOnException(Obstacle obstacle, @Nullable Throwable cause) {
        super(obstacle.line(), cause);
        this.code = obstacle.code();
        this.obstacle = obstacle;
    }

    public ErrorCode code() {
        return code;
    }

    /** The place that may be acknowledged; empty if the reason has none. */
    public Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }
}
