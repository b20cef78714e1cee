package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the zone of a session that had {@code time_zone = SYSTEM}, as it is at the source: for another server, the word has another
 * meaning. A 5.7 server logs the zone only of a statement that used it.
 */
final class SessionZones {
    private static final String SYSTEM = "SYSTEM";
    private static final int MICROS = 1_000_000;

    private final SourceDescriber describer;
    private final Function<BinlogPosition, Optional<Acceptance>> accepted;
    private @Nullable Optional<String> system;

    /** @param accepted an operator's decision about a statement at a position */
    SessionZones(SourceDescriber describer, Function<BinlogPosition, Optional<Acceptance>> accepted) {
        this.describer = describer;
        this.accepted = accepted;
    }

    /**
     * The session with a zone that another server can have.
     *
     * @throws UnprovenException if no other server has the zone, and no operator has accepted the offset of that moment instead
     */
    StatementSession named(StatementSession session, BinlogPosition place) throws SQLException {
        if (!session.timeZone().equals(SYSTEM)) {
            return session;
        }
        Optional<String> zone = system();
        if (zone.isEmpty() && accepted.apply(place).isPresent()) {
            zone = describer.systemOffsetAt(session.timestampMicros() / MICROS);
        }
        return session.withTimeZone(
                zone.orElseThrow(
                        () -> new UnprovenException(
                                "the statement depends on time_zone = SYSTEM, and the source's zone has no name for another server:"
                                        + " its offset changes, by the rules of no known zone; a skip takes the offset of that moment")));
    }

    private Optional<String> system() throws SQLException {
        Optional<String> known = system;
        if (known == null) {
            known = describer.systemZone();
            system = known;
        }
        return known;
    }
}
