package io.dataflowsync.acceptance.tpcc;

import java.sql.SQLException;

/** Somebody asks for the state of an order, or for the items that run low; nothing changes. */
final class Inquiry implements TpccTransaction {

    @Override
    public boolean run(TpccSession session, TpccChoice choice) throws SQLException {
        if (choice.inPercent(50)) {
            session.numbers(
                    "SELECT o_carrier_id FROM orders WHERE o_w_id = ? AND o_d_id = ? AND o_c_id = ?"
                            + " ORDER BY o_id DESC LIMIT 1",
                    choice.warehouse(),
                    choice.district(),
                    choice.customer());
        } else {
            session.numbers(
                    "SELECT COUNT(DISTINCT s_i_id) FROM order_line JOIN stock ON s_w_id = ol_supply_w_id"
                            + " AND s_i_id = ol_i_id WHERE ol_w_id = ? AND ol_d_id = ? AND s_quantity < ?",
                    choice.warehouse(),
                    choice.district(),
                    choice.between(10, 20));
        }
        return true;
    }
}
