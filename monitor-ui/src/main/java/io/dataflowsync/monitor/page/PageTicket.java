package io.dataflowsync.monitor.page;

import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * What this page shows to prove that it is this page. A page of another site cannot read it, whatever a proxy makes of the host's name.
 */
@Singleton
public final class PageTicket {
    private static final int BYTES = 16;

    private final String text;

    public PageTicket() {
        byte[] random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        this.text = HexFormat.of().formatHex(random);
    }

    String text() {
        return text;
    }

    boolean is(@Nullable String shown) {
        return shown != null
                && MessageDigest.isEqual(shown.getBytes(StandardCharsets.UTF_8), text.getBytes(StandardCharsets.UTF_8));
    }
}
