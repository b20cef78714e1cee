package io.dataflowsync.servicekit.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Recognizes a password that the environment gives in plain text. It keeps only a code under a key of this process, so that the password is
 * not in memory. It prints as stars.
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

    /** Compares in constant time: a wrong password takes as long as the right one. */
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
