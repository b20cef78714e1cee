package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.pipeline.config.ColumnRule.Mask;
import io.dataflowsync.pipeline.config.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Masks a value: truncates, hashes or redacts it. NULL stays NULL.
 *
 * <p>The mask, with the secret of a hash, is read by {@code MaskBinder} from {@code mask: { hash: ... }}.
 */
final class Masker {
    private static final String REDACTED = "***";

    private Masker() {}

    static @Nullable Object of(@Nullable Object value, Mask mask) {
        if (value == null) {
            return null;
        } else if (mask instanceof Mask.Truncate truncate) {
            return truncated(value, truncate.length());
        } else if (mask instanceof Mask.Hash hash) {
            return hashed(value, hash.secret());
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

    private static String hashed(Object value, Optional<Secret> secret) {
        byte[] bytes = value instanceof Binary binary
                ? binary.bytes()
                : value.toString().getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(secret.isPresent() ? keyed(secret.get(), bytes) : plain(bytes));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] plain(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static byte[] keyed(Secret secret, byte[] bytes) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.value().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        return mac.doFinal(bytes);
    }
}
