package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.cdc.capture.tracker.BinlogScout.Scouted;
import io.dataflowsync.contract.event.BinlogPosition;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The statements that the stream has not come to yet, each stretch of the binlog read once however often it is asked for. */
final class LookAhead {
    private static final Logger LOG = Logger.getLogger(LookAhead.class);
    private static final long TELL_EVERY_NANOS = 10_000_000_000L;

    private final BinlogScout scout;
    private final Runnable alive;
    private final List<Scouted> statements = new ArrayList<>();
    /** What is read is from the one position to the other. */
    private Optional<BinlogPosition> from = Optional.empty();

    private Optional<BinlogPosition> to = Optional.empty();
    private long toldNanos = System.nanoTime();

    /** @param alive is told again and again that reading ahead goes on */
    LookAhead(BinlogScout scout, Runnable alive) {
        this.scout = scout;
        this.alive = alive;
    }

    /** The statements that begin at or behind one position and before another, in order. */
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
            scout.read(read, end, statements::add, reached -> came(reached, end));
            to = Optional.of(end);
        }
        return statements.stream()
                .filter(statement -> statement.place().compareTo(start) >= 0
                        && statement.place().compareTo(end) < 0)
                .toList();
    }

    /** What was read before a failure is not read again. */
    private void came(BinlogPosition reached, BinlogPosition end) {
        to = Optional.of(reached);
        alive.run();
        if (System.nanoTime() - toldNanos > TELL_EVERY_NANOS) {
            toldNanos = System.nanoTime();
            LOG.infof("Reading ahead for schema changes, from %s: at %s, to %s", from.orElseThrow(), reached, end);
        }
    }
}
