package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.config.ColumnRule.Mask;
import io.dataflowsync.contract.event.Binary;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a mask makes of a value. NULL stays NULL. */
final class Disguise {
    private static final String REDACTED = "***";

    private Disguise() {}

    static @Nullable Object of(@Nullable Object value, Mask mask) {
        if (value == null) {
            return null;
        } else if (mask instanceof Mask.Truncate truncate) {
            return truncated(value, truncate.length());
        } else if (mask instanceof Mask.Hash) {
            return hashed(value);
        } else {
            return REDACTED;
        }
    }

    private static Object truncated(Object value, int length) {
        if (value instanceof Binary binary) {
            byte[] bytes = binary.bytes();
            return bytes.length <= length ? binary : new Binary(Arrays.copyOf(bytes, length));
        }
        String text = value.toString();
        return text.codePointCount(0, text.length()) <= length
                ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    private static String hashed(Object value) {
        byte[] bytes = value instanceof Binary binary
                ? binary.bytes()
                : value.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
