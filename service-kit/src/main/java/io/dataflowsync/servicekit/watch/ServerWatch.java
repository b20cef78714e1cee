package io.dataflowsync.servicekit.watch;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.status.ServerView;
import io.dataflowsync.pipeline.catalog.JdbcUrl;
import io.dataflowsync.pipeline.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.LogConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.SourceConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.TargetConfig;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Checks every two seconds, on its own thread, whether a server answers, and keeps the result. Thread-safe. */
public final class ServerWatch implements AutoCloseable {
    /** A server that does not answer within this time is not reachable. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** The greatest age of a result. An older one proves nothing, because the ping itself hangs. */
    private static final Duration FRESH = TIMEOUT.plus(PAUSE).plusSeconds(3);

    private final String name;
    private final String address;
    private final ErrorCode unreachable;
    private final Ping ping;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Outcome last;

    /**
     * @param since the time since which the answer is the same
     * @param at the time of the last check
     */
    private record Outcome(boolean answered, Instant since, Instant at, String message) {}

    ServerWatch(String name, String address, ErrorCode unreachable, Ping ping, Clock clock) {
        this.name = name;
        this.address = address;
        this.unreachable = unreachable;
        this.ping = ping;
        this.clock = clock;
    }

    public static ServerWatch source(SourceConfig source) {
        return database("source", source.host(), source.port(), ErrorCode.SOURCE_AWAY, JdbcUrl.source(source));
    }

    public static ServerWatch target(TargetConfig target) {
        return database("target", target.host(), target.port(), ErrorCode.TARGET_AWAY, JdbcUrl.targetServer(target));
    }

    public static ServerWatch log(LogConfig log) {
        return database("mariadb", log.host(), log.port(), ErrorCode.LOG_AWAY, JdbcUrl.logServer(log));
    }

    /** @param ping the request to the broker, which must be answered within {@link #TIMEOUT} */
    public static ServerWatch broker(BrokerConfig broker, Ping ping) {
        return new ServerWatch("kafka", broker.bootstrapServers(), ErrorCode.BROKER_AWAY, ping, Clock.systemUTC());
    }

    private static ServerWatch database(String name, String host, int port, ErrorCode unreachable, JdbcUrl url) {
        return new ServerWatch(
                name, host + ":" + port, unreachable, new JdbcPing(url.within(TIMEOUT)), Clock.systemUTC());
    }

    /** Starts the checks. */
    public void start() {
        Thread thread = new Thread(this::run, "watch-" + name);
        thread.setDaemon(true);
        thread.start();
    }

    private void run() {
        try (ping) {
            do {
                look();
            } while (!closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Makes one check. */
    void look() throws InterruptedException {
        try {
            ping.ask();
            note(true, "");
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            note(false, address + " does not answer: " + reason(e));
        }
    }

    private void note(boolean answered, String message) {
        Instant now = clock.instant();
        Outcome before = last;
        Instant since = before != null && before.answered() == answered ? before.since() : now;
        last = new Outcome(answered, since, now, message);
    }

    /** Returns the last result without waiting. */
    public ServerView view() {
        Outcome outcome = last;
        if (outcome == null) {
            return new ServerView(name, address, null, null, "", null, null);
        }
        boolean fresh = outcome.at().plus(FRESH).isAfter(clock.instant());
        if (outcome.answered() && fresh) {
            return new ServerView(name, address, true, outcome.since(), "", null, null);
        }
        String message = fresh ? outcome.message() : address + " does not answer, and the connection to it hangs";
        Instant since = outcome.answered() ? outcome.at() : outcome.since();
        return new ServerView(name, address, false, since, message, unreachable.word(), unreachable.remedy());
    }

    /** Returns the innermost reason, in one line. */
    private static String reason(Exception e) {
        Throwable inner = e;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        if (inner instanceof SocketTimeoutException) {
            return "nothing came within " + TIMEOUT.toSeconds() + " s";
        }
        String text = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return text.strip().replaceAll("\\s+", " ");
    }

    @Override
    public void close() {
        closing.countDown();
    }
}
