package io.dataflowsync.cdc;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.SourcePosition;
import java.util.Optional;

/**
 * The place of an event of the stream that is on the topic, and so is whatever stands before it.
 *
 * <p>The offset that goes with a statement lies before the statement, so the engine brings it again where it ends right behind it.
 *
 * @param row the number within its binlog event
 */
record PublishedPlace(BinlogPosition place, int row) {

    /** The place that the id of an event is; empty where it is none of the stream. */
    static Optional<PublishedPlace> of(String eventId) {
        int end = eventId.lastIndexOf(':');
        if (end < 1 || eventId.indexOf('@') >= 0 || eventId.indexOf('/') >= 0) {
            return Optional.empty();
        }
        return Optional.of(new PublishedPlace(
                BinlogPosition.parse(eventId.substring(0, end)), Integer.parseInt(eventId.substring(end + 1))));
    }

    /** Whether this event of the stream is the one, or stands before it. */
    boolean has(ChangeEvent event) {
        SourcePosition position = event.origin().position();
        if (position.isSnapshot()) {
            return false;
        }
        int order = new BinlogPosition(position.file(), position.position()).compareTo(place);
        return order < 0 || order == 0 && position.row() <= row;
    }
}
