package io.dataflowsync.servicekit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The rights of a user. The later role has the rights of the earlier one, too. */
public enum Role {
    /** May read everything, including row data. */
    VIEWER,
    /** May also make the calls that change something. */
    OPERATOR;

    /** {@code viewer} or {@code operator}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> ofWord(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }

    /** Whether this role has the rights of the other one. */
    boolean includes(Role needed) {
        return compareTo(needed) >= 0;
    }
}
