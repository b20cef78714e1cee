package io.dataflowsync.contract.watch;

import io.dataflowsync.contract.catalog.JdbcUrl;
import io.dataflowsync.contract.config.PipelineConfig.BrokerConfig;
import io.dataflowsync.contract.config.PipelineConfig.LogConfig;
import io.dataflowsync.contract.config.PipelineConfig.SourceConfig;
import io.dataflowsync.contract.config.PipelineConfig.TargetConfig;
import io.dataflowsync.contract.error.ErrorCode;
import java.net.SocketTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Asks one server every two seconds whether it answers, on a thread of its own, and keeps the outcome. Thread-safe. */
public final class ServerWatch implements AutoCloseable {
    /** A server that has not answered within this is not reachable. */
    public static final Duration TIMEOUT = Duration.ofSeconds(3);

    private static final Duration PAUSE = Duration.ofSeconds(2);
    /** An answer that is older proves nothing: the ping itself hangs. */
    private static final Duration FRESH = TIMEOUT.plus(PAUSE).plusSeconds(3);

    private final String name;
    private final String address;
    private final ErrorCode away;
    private final Ping ping;
    private final Clock clock;
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile @Nullable Outcome last;

    /**
     * @param since when the outcome became what it is
     * @param at when the server was asked last
     */
    private record Outcome(boolean answered, Instant since, Instant at, String message) {}

    ServerWatch(String name, String address, ErrorCode away, Ping ping, Clock clock) {
        this.name = name;
        this.address = address;
        this.away = away;
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

    /** @param ping asks the broker; its answer has to come within {@link #TIMEOUT} */
    public static ServerWatch broker(BrokerConfig broker, Ping ping) {
        return new ServerWatch("kafka", broker.bootstrapServers(), ErrorCode.BROKER_AWAY, ping, Clock.systemUTC());
    }

    private static ServerWatch database(String name, String host, int port, ErrorCode away, JdbcUrl url) {
        return new ServerWatch(name, host + ":" + port, away, new JdbcPing(url.within(TIMEOUT)), Clock.systemUTC());
    }

    /** Begins to ask. */
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

    /** Asks once. */
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

    /** What is known now, at once. */
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
        return new ServerView(name, address, false, since, message, away.word(), away.remedy());
    }

    /** The innermost reason, in one line. */
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
