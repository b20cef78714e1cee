package io.dataflowsync.cdc.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A statement has a part whose effect on the server is not certain. */
final class UnclearException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient @Nullable TableEffect certain;

    UnclearException(String reason) {
        this(reason, null);
    }

    private UnclearException(String reason, @Nullable TableEffect certain) {
        super(reason);
        this.certain = certain;
    }

    /** The same exception, with an effect of the statement that is certain. */
    UnclearException with(TableEffect effect) {
        return new UnclearException(String.valueOf(getMessage()), effect);
    }

    /** The effect that the statement has in any case; empty if nothing is certain. */
    Optional<TableEffect> certain() {
        return Optional.ofNullable(certain);
    }
}
