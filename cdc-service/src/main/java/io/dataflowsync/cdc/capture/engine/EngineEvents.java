package io.dataflowsync.cdc.capture.engine;

import com.github.shyiko.mysql.binlog.event.Event;
import io.debezium.connector.binlog.event.EventDataDeserializationExceptionData;

/** Recognises binlog events that the engine has replaced. */
public final class EngineEvents {
    private EngineEvents() {}

    /** Whether the engine replaced the data of an event, because it could not read them. It stops there. */
    public static boolean isUnreadable(Event event) {
        return event.getData() instanceof EventDataDeserializationExceptionData;
    }
}
