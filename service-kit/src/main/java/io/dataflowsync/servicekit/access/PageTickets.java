package io.dataflowsync.servicekit.access;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tickets that a page of the monitor gets by a call for viewers, and shows within a minute: at the socket, to which a page can send no
 * password, and where it acts. A page of another site cannot read one, whatever a proxy makes of the host's name.
 */
@Singleton
public final class PageTickets {
    /** It may stand in a proxy's log, as part of the socket's address; there it is of no use soon. */
    private static final Duration LIFE = Duration.ofMinutes(1);

    private final byte[] key = new byte[32];
    private final Clock clock;

    PageTickets() {
        this(Clock.systemUTC());
    }

    PageTickets(Clock clock) {
        this.clock = clock;
        new SecureRandom().nextBytes(key);
    }

    public String issue() {
        String end = String.valueOf(clock.instant().plus(LIFE).toEpochMilli());
        return end + "-" + seal(end);
    }

    boolean isGood(@Nullable String shown) {
        int dash = shown == null ? -1 : shown.indexOf('-');
        if (shown == null || dash < 0) {
            return false;
        }
        String end = shown.substring(0, dash);
        byte[] seal = shown.substring(dash + 1).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(seal, seal(end).getBytes(StandardCharsets.UTF_8)) && isAhead(end);
    }

    private boolean isAhead(String end) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(end)).isAfter(clock.instant());
        } catch (NumberFormatException | DateTimeException e) {
            return false;
        }
    }

    private String seal(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
