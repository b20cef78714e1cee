package io.dataflowsync.servicekit.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A password that the environment gives as it is. What is kept of it is a code under a key that was made for this process, so that its memory
 * does not have the password. Prints as stars.
 */
record PlainPassword(String code) implements KnownPassword {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] KEY = new byte[32];

    static {
        new SecureRandom().nextBytes(KEY);
    }

    static PlainPassword of(String password) {
        return new PlainPassword(code(password));
    }

    /** Takes as long for a wrong password as for the right one. */
    @Override
    public boolean matches(String password) {
        return MessageDigest.isEqual(
                code(password).getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(String password) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(KEY, ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return "***";
    }
}
