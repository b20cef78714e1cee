package io.dataflowsync.cdc.capture.tracker;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.StatementSession;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives a session that had {@code time_zone = SYSTEM} the zone that this is at the source: to another server the word says nothing. A
 * 5.7 server tells the zone only of a statement that reckoned with it.
 */
final class SessionZones {
    private static final String SYSTEM = "SYSTEM";
    private static final int MICROS = 1_000_000;

    private final SourceDescriber describer;
    private final Function<BinlogPosition, Optional<Acceptance>> accepted;
    private @Nullable Optional<String> system;

    /** @param accepted what somebody has said of a statement at a position */
    SessionZones(SourceDescriber describer, Function<BinlogPosition, Optional<Acceptance>> accepted) {
        this.describer = describer;
        this.accepted = accepted;
    }

    /**
     * The session as another server can have it.
     *
     * @throws UnprovenException where the zone is none that another server has, and nobody has said that the offset of that moment will do
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
                                "the statement reckons with time_zone = SYSTEM, and what zone that is at the source no other server can be told: its"
                                        + " offset changes, and by the rules of no zone that is known; a skip takes the offset of that moment")));
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
