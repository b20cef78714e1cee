package io.dataflowsync.acceptance.tpcc;

import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;

/** A customer pays, now and then at another warehouse; the customer is known by a number or by a last name. */
final class Payment implements TpccTransaction {

    @Override
    public boolean run(TpccSession session, TpccChoice choice) throws SQLException {
        int warehouse = choice.warehouse();
        int district = choice.district();
        int home = choice.inPercent(15) ? choice.warehouseBeside(warehouse) : warehouse;
        int homeDistrict = home == warehouse ? district : choice.district();
        int customer = customer(session, choice, home, homeDistrict);
        BigDecimal amount = choice.money(1, 500);
        session.update("UPDATE warehouse SET w_ytd = w_ytd + ? WHERE w_id = ?", amount, warehouse);
        session.update(
                "UPDATE district SET d_ytd = d_ytd + ? WHERE d_w_id = ? AND d_id = ?", amount, warehouse, district);
        session.update(
                "UPDATE customer SET c_balance = c_balance - ?, c_ytd_payment = c_ytd_payment + ?,"
                        + " c_payment_cnt = c_payment_cnt + 1,"
                        + " c_data = IF(c_credit = 'BC', LEFT(CONCAT_WS(' ', c_d_id, c_id, ?, c_data), 500), c_data)"
                        + " WHERE c_w_id = ? AND c_d_id = ? AND c_id = ?",
                amount,
                amount,
                amount,
                home,
                homeDistrict,
                customer);
        session.update(
                "INSERT INTO history VALUES (?, ?, ?, ?, ?, NOW(6), ?, ?)",
                customer,
                homeDistrict,
                home,
                district,
                warehouse,
                amount,
                choice.text(20));
        return true;
    }

    private static int customer(TpccSession session, TpccChoice choice, int warehouse, int district)
            throws SQLException {
        int number = choice.customer();
        if (choice.inPercent(40)) {
            return number;
        }
        List<Integer> ofThatName = session.numbers(
                "SELECT c_id FROM customer WHERE c_w_id = ? AND c_d_id = ? AND c_last = ? ORDER BY c_id",
                warehouse,
                district,
                TpccChoice.lastName(number / 3));
        return ofThatName.get(ofThatName.size() / 2);
    }
}
