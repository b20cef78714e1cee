package io.dataflowsync.acceptance.tpcc;

import java.sql.SQLException;

/** One of the five transactions, up to its commit, which is its caller's. */
interface TpccTransaction {

    /** Returns whether it is to be committed; a customer may think better of it. */
    boolean run(TpccSession session, TpccChoice choice) throws SQLException;

    /** Chooses one of the five, as often as the rules say. */
    static TpccTransaction next(TpccChoice choice) {
        int percent = choice.between(1, 100);
        if (percent <= 45) {
            return new NewOrder();
        }
        if (percent <= 88) {
            return new Payment();
        }
        return percent <= 96 ? new Delivery() : new Inquiry();
    }
}
