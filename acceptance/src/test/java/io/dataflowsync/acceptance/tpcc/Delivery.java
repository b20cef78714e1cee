package io.dataflowsync.acceptance.tpcc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** A carrier takes the oldest order that is not delivered out of each district of a warehouse. */
final class Delivery implements TpccTransaction {

    @Override
    public boolean run(TpccSession session, TpccChoice choice) throws SQLException {
        int warehouse = choice.warehouse();
        int carrier = choice.between(1, 10);
        for (int district = 1; district <= choice.size().districts(); district++) {
            List<Integer> oldest = session.numbers(
                    "SELECT no_o_id FROM new_order WHERE no_w_id = ? AND no_d_id = ? ORDER BY no_o_id LIMIT 1 FOR UPDATE",
                    warehouse,
                    district);
            if (!oldest.isEmpty()) {
                deliver(session, warehouse, district, oldest.get(0), carrier);
            }
        }
        return true;
    }

    private static void deliver(TpccSession session, int warehouse, int district, int order, int carrier)
            throws SQLException {
        session.update(
                "DELETE FROM new_order WHERE no_w_id = ? AND no_d_id = ? AND no_o_id = ?", warehouse, district, order);
        session.update(
                "UPDATE orders SET o_carrier_id = ? WHERE o_w_id = ? AND o_d_id = ? AND o_id = ?",
                carrier,
                warehouse,
                district,
                order);
        String ofOrder = " WHERE ol_w_id = ? AND ol_d_id = ? AND ol_o_id = ?";
        session.update("UPDATE order_line SET ol_delivery_d = NOW()" + ofOrder, warehouse, district, order);
        BigDecimal amount =
                session.decimal("SELECT SUM(ol_amount) FROM order_line" + ofOrder, warehouse, district, order);
        session.update(
                "UPDATE customer JOIN orders ON o_w_id = c_w_id AND o_d_id = c_d_id AND o_c_id = c_id"
                        + " SET c_balance = c_balance + ?, c_delivery_cnt = c_delivery_cnt + 1"
                        + " WHERE o_w_id = ? AND o_d_id = ? AND o_id = ?",
                amount,
                warehouse,
                district,
                order);
    }
}
