package io.dataflowsync.servicekit.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A password that the environment gives as it is. Prints as stars. */
record PlainPassword(String text) implements KnownPassword {

    /** Takes as long for a wrong password as for the right one. */
    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(password.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return "***";
    }
}
