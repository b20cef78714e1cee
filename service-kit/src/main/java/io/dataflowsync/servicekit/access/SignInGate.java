package io.dataflowsync.servicekit.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Compares passwords, and bounds what guessing costs and brings.
 *
 * <p>A hash is slow on purpose, so few are computed at once, and who is right is known again for a minute without one. Attempts are
 * slowed by address and by name. Who has signed in before from an address is slowed by the pair of both alone, so that strangers who guess
 * at a name, or guess from behind the same proxy, do not keep its owner out. A wrong password that comes again is slowed by itself, and
 * slows nothing else: that is no guess, but a program which was given a wrong one.
 */
final class SignInGate implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 32;
    private static final int MOST_KNOWN = 1_000;
    private static final Duration RIGHT_FOR = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofSeconds(1);
    /** Compared with where there is no such user, so that an answer's time does not tell which names there are. */
    private static final PasswordHash OF_NOBODY = new PasswordHash("$2a$12$" + ".".repeat(53));

    private final Accounts accounts;
    private final Clock clock;
    private final Throttle throttle;
    private final byte[] key = new byte[32];
    private final Map<String, Right> right = bounded();
    private final Map<String, Boolean> pairs = bounded();
    private final Map<String, Optional<User>> wrong = bounded();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "sign-in");
                thread.setDaemon(true);
                return thread;
            });

    /** What came of an attempt. */
    sealed interface Outcome {
        record Admitted(User user) implements Outcome {}

        record Wrong() implements Outcome {}

        /** It was not even looked at. */
        record Slowed(Duration pause) implements Outcome {}
    }

    private record Right(User user, Instant until) {}

    SignInGate(Accounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        this.throttle = new Throttle(clock);
        new SecureRandom().nextBytes(key);
        threads.allowCoreThreadTimeOut(true);
    }

    private static <V> Map<String, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_KNOWN;
            }
        };
    }

    CompletableFuture<Outcome> enter(InetAddress address, String name, String password) {
        Optional<User> user = accounts.find(name);
        String fingerprint = fingerprint(name, password);
        if (user.isPresent() && isKnownRight(fingerprint, user.get())) {
            return CompletableFuture.completedFuture(new Outcome.Admitted(user.get()));
        }
        boolean isKnownWrong = isKnownWrong(fingerprint, user);
        List<String> keys = isKnownWrong ? List.of("again " + fingerprint) : keys(address, name);
        Duration wait = admit(keys);
        if (!wait.isZero()) {
            return CompletableFuture.completedFuture(new Outcome.Slowed(wait));
        }
        if (isKnownWrong) {
            return CompletableFuture.completedFuture(new Outcome.Wrong());
        }
        try {
            return CompletableFuture.supplyAsync(() -> compare(user, password), threads)
                    .thenApply(isRight -> outcome(isRight, user, keys, pair(address, name), fingerprint));
        } catch (RejectedExecutionException e) {
            return CompletableFuture.completedFuture(new Outcome.Slowed(BUSY));
        }
    }

    private static boolean compare(Optional<User> user, String password) {
        KnownPassword known = user.isPresent() ? user.get().password() : OF_NOBODY;
        return known.matches(password) && user.isPresent();
    }

    /** How long the attempt has to wait; one that has not is counted. */
    private synchronized Duration admit(List<String> keys) {
        Duration wait =
                keys.stream().map(throttle::waitOf).max(Duration::compareTo).orElse(Duration.ZERO);
        if (wait.isZero()) {
            keys.forEach(throttle::count);
        }
        return wait;
    }

    private synchronized Outcome outcome(
            boolean isRight, Optional<User> user, List<String> keys, String pair, String fingerprint) {
        if (!isRight || user.isEmpty()) {
            wrong.put(fingerprint, user);
            return new Outcome.Wrong();
        }
        keys.forEach(throttle::forget);
        pairs.put(pair, true);
        right.put(fingerprint, new Right(user.get(), clock.instant().plus(RIGHT_FOR)));
        return new Outcome.Admitted(user.get());
    }

    private synchronized boolean isKnownRight(String fingerprint, User user) {
        Right known = right.get(fingerprint);
        return known != null && known.user().equals(user) && known.until().isAfter(clock.instant());
    }

    private synchronized boolean isKnownWrong(String fingerprint, Optional<User> user) {
        return user.equals(wrong.get(fingerprint));
    }

    private synchronized List<String> keys(InetAddress address, String name) {
        String pair = pair(address, name);
        return pairs.containsKey(pair)
                ? List.of(pair)
                : List.of("address " + network(address), "name " + shortened(name));
    }

    private static String pair(InetAddress address, String name) {
        return "pair " + network(address) + " " + shortened(name);
    }

    /** The address; of IPv6 the first half, since one host can have the whole of the other. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    /** What is remembered of a right password: nothing that is of use to anyone else. */
    private String fingerprint(String name, String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update(name.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
