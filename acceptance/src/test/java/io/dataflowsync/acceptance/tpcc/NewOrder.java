package io.dataflowsync.acceptance.tpcc;

import java.math.BigDecimal;
import java.sql.SQLException;

/** A customer orders some items, of which some come from another warehouse; one order in a hundred is withdrawn. */
final class NewOrder implements TpccTransaction {

    @Override
    public boolean run(TpccSession session, TpccChoice choice) throws SQLException {
        int warehouse = choice.warehouse();
        int district = choice.district();
        int lines = choice.between(5, 15);
        int order = session.numbers(
                        "SELECT d_next_o_id FROM district WHERE d_w_id = ? AND d_id = ? FOR UPDATE",
                        warehouse,
                        district)
                .get(0);
        session.update(
                "UPDATE district SET d_next_o_id = d_next_o_id + 1 WHERE d_w_id = ? AND d_id = ?", warehouse, district);
        session.update(
                "INSERT INTO orders VALUES (?, ?, ?, ?, NOW(), NULL, ?, 1)",
                warehouse,
                district,
                order,
                choice.customer(),
                lines);
        session.update("INSERT INTO new_order VALUES (?, ?, ?)", warehouse, district, order);
        for (int line = 1; line <= lines; line++) {
            addLine(session, choice, new Line(warehouse, district, order, line));
        }
        return !choice.inPercent(1);
    }

    private record Line(int warehouse, int district, int order, int number) {}

    private static void addLine(TpccSession session, TpccChoice choice, Line line) throws SQLException {
        int item = choice.item();
        int supplier = choice.inPercent(5) ? choice.warehouseBeside(line.warehouse()) : line.warehouse();
        int quantity = choice.between(1, 10);
        BigDecimal price = session.decimal("SELECT i_price FROM item WHERE i_id = ?", item);
        session.update(
                "UPDATE stock SET s_quantity = s_quantity - ? + IF(s_quantity < ? + 10, 91, 0), s_ytd = s_ytd + ?,"
                        + " s_order_cnt = s_order_cnt + 1, s_remote_cnt = s_remote_cnt + ?"
                        + " WHERE s_w_id = ? AND s_i_id = ?",
                quantity,
                quantity,
                quantity,
                supplier == line.warehouse() ? 0 : 1,
                supplier,
                item);
        if (supplier != line.warehouse()) {
            session.update(
                    "UPDATE orders SET o_all_local = 0 WHERE o_w_id = ? AND o_d_id = ? AND o_id = ?",
                    line.warehouse(),
                    line.district(),
                    line.order());
        }
        session.update(
                "INSERT INTO order_line SELECT ?, ?, ?, ?, ?, ?, NULL, ?, ?, s_dist FROM stock WHERE s_w_id = ? AND s_i_id = ?",
                line.warehouse(),
                line.district(),
                line.order(),
                line.number(),
                item,
                supplier,
                quantity,
                price.multiply(BigDecimal.valueOf(quantity)),
                supplier,
                item);
    }
}
