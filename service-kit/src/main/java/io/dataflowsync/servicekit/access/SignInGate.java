package io.dataflowsync.servicekit.access;

import io.dataflowsync.servicekit.cache.LruCache;
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
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks passwords, and limits the cost and the success of guessing.
 *
 * <p>A hash is slow on purpose, so only a few are computed at the same time, and a right password is remembered for a minute without a
 * hash. Attempts are slowed by address and by name. A user who has signed in before from an address is slowed only by the pair of both: so
 * strangers who guess passwords for the name, or guess from the address of the same proxy, do not lock out the owner. A wrong password that
 * is sent again is slowed separately, and slows nothing else: it is not a guess, but a program that has a wrong password.
 */
final class SignInGate implements AutoCloseable {
    private static final int THREADS = 2;
    private static final int MOST_WAITING = 32;
    private static final int MOST_KNOWN = 1_000;
    private static final Duration RIGHT_FOR = Duration.ofMinutes(1);
    private static final Duration BUSY = Duration.ofSeconds(1);
    /** Used for the comparison if there is no such user, so that the time of an answer does not show which names exist. */
    private static final PasswordHash OF_NO_USER = new PasswordHash("$2a$12$" + ".".repeat(53));

    private final Accounts accounts;
    private final Clock clock;
    private final Throttle throttle;
    private final byte[] key = new byte[32];
    private final LruCache<String, Right> right = new LruCache<>(MOST_KNOWN);
    private final LruCache<String, Boolean> pairs = new LruCache<>(MOST_KNOWN);
    private final LruCache<String, Optional<User>> wrong = new LruCache<>(MOST_KNOWN);
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS, THREADS, 10, TimeUnit.SECONDS, new ArrayBlockingQueue<>(MOST_WAITING), task -> {
                Thread thread = new Thread(task, "sign-in");
                thread.setDaemon(true);
                return thread;
            });

    /** The result of an attempt. */
    sealed interface Outcome {
        record Admitted(User user) implements Outcome {}

        record Wrong() implements Outcome {}

        /** The password was not checked. */
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

    CompletableFuture<Outcome> enter(InetAddress address, String name, String password) {
        Optional<User> user = accounts.find(name);
        String fingerprint = fingerprint(name, password);
        if (user.isPresent() && isKnownRight(fingerprint, user.get())) {
            signedIn(address, name);
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
        KnownPassword known = user.isPresent() ? user.get().password() : OF_NO_USER;
        return known.matches(password) && user.isPresent();
    }

    /** Returns the time that the attempt has to wait. An attempt that need not wait is counted. */
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

    private synchronized void signedIn(InetAddress address, String name) {
        pairs.put(pair(address, name), true);
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
        return pairs.has(pair) ? List.of(pair) : List.of("address " + network(address), "name " + shortened(name));
    }

    private static String pair(InetAddress address, String name) {
        return "pair " + network(address) + " " + shortened(name);
    }

    /** Returns the address; for IPv6 only the first half, because one host can use all addresses of the second half. */
    private static String network(InetAddress address) {
        byte[] bytes = address.getAddress();
        return HexFormat.of().formatHex(address instanceof Inet6Address ? Arrays.copyOf(bytes, 8) : bytes);
    }

    private static String shortened(String name) {
        return name.length() <= 64 ? name : name.substring(0, 64);
    }

    /** Returns the fingerprint of a right password, which is useless outside of this process. */
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
