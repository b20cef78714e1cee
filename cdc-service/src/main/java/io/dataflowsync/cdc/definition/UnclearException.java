package io.dataflowsync.cdc.definition;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Something in a statement of which it is not certain what the server makes of it. */
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

    /** The same, where this much of what the statement did is certain. */
    UnclearException with(TableEffect effect) {
        return new UnclearException(String.valueOf(getMessage()), effect);
    }

    /** What the statement did in any case; empty where nothing is certain. */
    Optional<TableEffect> certain() {
        return Optional.ofNullable(certain);
    }
}
