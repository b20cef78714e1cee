package io.dataflowsync.dpu.relationship;

import java.sql.Connection;
import java.sql.SQLException;

/** Stops the lanes while relationships change that they may have in memory. */
public interface LanePause {

    /** Waits until no lane of this service plans or applies events, for a limited time, and keeps them so until the result is closed. */
    Stopped begin();

    /** The time in which the lanes of this service are stopped, if they could be stopped. */
    interface Stopped extends AutoCloseable {
        /** The lanes could not be stopped. */
        Stopped NOT = new Stopped() {
            @Override
            public boolean isComplete(Connection log) {
                return false;
            }

            @Override
            public void close() {
                // Nothing was stopped.
            }
        };

        /**
         * Whether no lane of any service has planned events that are not logged. If so, none can plan events before the transaction of this
         * connection ends.
         */
        boolean isComplete(Connection log) throws SQLException;

        @Override
        void close();
    }
}
