package io.dataflowsync.cdc.capture.obstacle;

import io.dataflowsync.contract.error.ErrorCode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something that only a person can mend; trying again would end the same. */
public final class CannotGoOnException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient @Nullable Obstacle obstacle;

    /** @param reason in a line */
    public CannotGoOnException(ErrorCode code, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
        this.obstacle = null;
    }

    /** What stands at one place of the source. */
    public CannotGoOnException(Obstacle obstacle) {
        this(obstacle, null);
    }

    /** What stands at one place of the source, and what was tried there in vain. */
    public CannotGoOnException(Obstacle obstacle, @Nullable Throwable cause) {
        super(obstacle.line(), cause);
        this.code = obstacle.code();
        this.obstacle = obstacle;
    }

    public ErrorCode code() {
        return code;
    }

    /** The place that may be acknowledged; empty where the reason has none. */
    public Optional<Obstacle> obstacle() {
        return Optional.ofNullable(obstacle);
    }
}
