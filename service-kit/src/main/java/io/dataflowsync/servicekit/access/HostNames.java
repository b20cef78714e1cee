package io.dataflowsync.servicekit.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Checks the host names under which a service may be called.
 *
 * <p>Without this rule, a page of another site could map its own name to the service's address, and then read from the service (DNS
 * rebinding). An IP address cannot be mapped, so every address is allowed.
 *
 * @param names the allowed names in lower case, in addition to those of the loopback address
 */
record HostNames(Set<String> names) {
    static final String VARIABLE = "DFS_ALLOWED_HOSTS";

    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[[0-9a-fA-F:.]+\\]|[0-9a-fA-F]*:[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    /** @param text the names, separated by commas */
    static HostNames of(String text) {
        return new HostNames(Arrays.stream(text.split(",", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet()));
    }

    /** @param host the host of the Host header, without the port; null if there is none, which no browser does */
    boolean allow(@Nullable String host) {
        if (host == null) {
            return true;
        }
        String name = host.toLowerCase(Locale.ROOT);
        String plain = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        return plain.equals("localhost")
                || plain.endsWith(".localhost")
                || names.contains(plain)
                || ADDRESS.matcher(plain).matches();
    }
}
