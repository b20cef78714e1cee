package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.contract.event.BinlogPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Reads the statements that the stream has not reached yet. Each range of the binlog is read once, however often it is asked for. */
final class LookAhead {
    private static final Logger LOG = Logger.getLogger(LookAhead.class);
    private static final long LOG_EVERY_NANOS = 10_000_000_000L;

    private final BinlogScout scout;
    private final Runnable alive;
    private final List<Scouted> statements = new ArrayList<>();
    /** The first position of the range that was read. */
    private Optional<BinlogPosition> from = Optional.empty();

    private Optional<BinlogPosition> to = Optional.empty();
    private long loggedNanos = System.nanoTime();

    /** @param alive is called repeatedly while reading ahead goes on */
    LookAhead(BinlogScout scout, Runnable alive) {
        this.scout = scout;
        this.alive = alive;
    }

    /** The statements that begin at or after one position and before another, in order. */
    List<Scouted> between(BinlogPosition start, BinlogPosition end) throws IOException {
        if (start.compareTo(end) >= 0) {
            return List.of();
        }
        boolean continues = from.filter(first -> first.compareTo(start) <= 0).isPresent()
                && to.filter(last -> last.compareTo(start) >= 0).isPresent();
        if (!continues) {
            statements.clear();
            from = Optional.of(start);
            to = Optional.of(start);
        }
        BinlogPosition read = to.orElseThrow();
        if (read.compareTo(end) < 0) {
            scout.read(read, end, statements::add, reached -> advance(reached, end));
            to = Optional.of(end);
        }
        return statements.stream()
                .filter(statement -> statement.place().compareTo(start) >= 0
                        && statement.place().compareTo(end) < 0)
                .toList();
    }

    /** Keeps the position that was reached, so that a failure does not cause statements to be read again. */
    private void advance(BinlogPosition reached, BinlogPosition end) {
        to = Optional.of(reached);
        alive.run();
        if (System.nanoTime() - loggedNanos > LOG_EVERY_NANOS) {
            loggedNanos = System.nanoTime();
            LOG.infof("Reading ahead for schema changes, from %s: at %s, to %s", from.orElseThrow(), reached, end);
        }
    }
}
