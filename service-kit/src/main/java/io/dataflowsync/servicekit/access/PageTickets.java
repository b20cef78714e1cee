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
 * Issues and checks the tickets of the monitor's pages. A page gets a ticket with a call for viewers, and sends it within a minute: to open
 * the socket, to which a page cannot send a password, and with each action. A page of another site cannot read a ticket, even if a proxy
 * changes the host's name.
 */
@Singleton
public final class PageTickets {
    /** Short, because a ticket is part of the socket's address and may stand in a proxy's log. */
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
