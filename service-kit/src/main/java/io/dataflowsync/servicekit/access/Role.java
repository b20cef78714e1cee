package io.dataflowsync.servicekit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a user may do. The later role has the rights of the earlier one, too. */
public enum Role {
    /** Reads everything, row data included. */
    VIEWER,
    /** Also makes the calls that change something. */
    OPERATOR;

    /** {@code viewer} or {@code operator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether who has this role may do what needs the other one. */
    boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
