package io.dataflowsync.cdc.capture;

import java.lang.management.ManagementFactory;
import java.util.Hashtable;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.management.InstanceNotFoundException;
import javax.management.JMException;
import javax.management.ObjectName;
import javax.management.RuntimeMBeanException;
import org.jboss.logging.Logger;

/**
 * Notices that the binlog stream has broken off: the engine itself takes an end of the stream for silence. Its own metrics tell whether
 * it is connected.
 */
final class StreamWatch implements AutoCloseable {
    private static final long PERIOD_MILLIS = 500;

    private static final Logger LOG = Logger.getLogger(StreamWatch.class);

    private final ObjectName metrics;
    private final Runnable lost;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "stream-watch");
        thread.setDaemon(true);
        return thread;
    });
    private boolean connected;

    /** @param lost is run once, when a stream that was there is gone */
    StreamWatch(String project, Runnable lost) {
        this.metrics = name(project);
        this.lost = lost;
    }

    void start() {
        timer.scheduleWithFixedDelay(this::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void look() {
        boolean now = isConnected();
        if (connected && !now) {
            timer.shutdown();
            lost.run();
        }
        connected = now;
    }

    private boolean isConnected() {
        try {
            return Boolean.TRUE.equals(
                    ManagementFactory.getPlatformMBeanServer().getAttribute(metrics, "Connected"));
        } catch (InstanceNotFoundException e) {
            return false;
        } catch (JMException | RuntimeMBeanException e) {
            LOG.debug("the engine does not tell whether it is connected", e);
            return connected;
        }
    }

    private static ObjectName name(String project) {
        try {
            return new ObjectName(
                    "debezium.mysql",
                    new Hashtable<>(
                            java.util.Map.of("type", "connector-metrics", "context", "streaming", "server", project)));
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        timer.shutdown();
    }
}
