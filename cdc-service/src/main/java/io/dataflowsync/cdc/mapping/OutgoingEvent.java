package io.dataflowsync.cdc.mapping;

import io.dataflowsync.contract.event.ChangeEvent;
import org.jspecify.annotations.Nullable;

/**
 * An event as it leaves the service.
 *
 * @param event without its rows, once it is encoded
 * @param lane its partition, or {@link #EVERY_LANE}
 * @param key the record's key; null if the event has no table
 * @param json the event's form on the topic and in the log
 * @param ends whether a transaction of the source ends with it
 */
public record OutgoingEvent(ChangeEvent event, int lane, byte @Nullable [] key, byte[] json, boolean ends) {
    public static final int EVERY_LANE = -1;
}
