package io.dataflowsync.acceptance.tpcc;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;

/** Fills the tables: each customer has paid once and ordered once, and the last third of the orders is not delivered. */
public final class TpccLoad {
    private static final BigDecimal PAID = new BigDecimal("10.00");

    private final TpccSession session;
    private final TpccChoice choice;
    private final TpccSize size;

    private TpccLoad(TpccSession session, TpccChoice choice) {
        this.session = session;
        this.choice = choice;
        this.size = choice.size();
    }

    /** Fills empty tables and commits; closes the connection. */
    public static void fill(Connection connection, TpccSize size, long seed) throws SQLException {
        try (TpccSession session = new TpccSession(connection)) {
            new TpccLoad(session, new TpccChoice(seed, size)).fill();
            session.commit();
        }
    }

    private void fill() throws SQLException {
        for (int item = 1; item <= size.items(); item++) {
            session.update(
                    "INSERT INTO item VALUES (?, ?, ?, ?)",
                    item,
                    "item " + item,
                    choice.money(1, 100),
                    choice.text(30));
        }
        for (int warehouse = 1; warehouse <= size.warehouses(); warehouse++) {
            BigDecimal paid = PAID.multiply(BigDecimal.valueOf((long) size.districts() * size.customers()));
            session.update("INSERT INTO warehouse VALUES (?, ?, 0.1, ?)", warehouse, "house " + warehouse, paid);
            for (int item = 1; item <= size.items(); item++) {
                int quantity = choice.between(10, 100);
                session.update(
                        "INSERT INTO stock VALUES (?, ?, ?, 0, 0, 0, ?)", warehouse, item, quantity, choice.text(24));
            }
            for (int district = 1; district <= size.districts(); district++) {
                fillDistrict(warehouse, district);
            }
        }
    }

    private void fillDistrict(int warehouse, int district) throws SQLException {
        session.update(
                "INSERT INTO district VALUES (?, ?, ?, 0.05, ?, ?)",
                warehouse,
                district,
                choice.text(8),
                PAID.multiply(BigDecimal.valueOf(size.customers())),
                size.customers() + 1);
        for (int customer = 1; customer <= size.customers(); customer++) {
            session.update(
                    "INSERT INTO customer VALUES (?, ?, ?, ?, ?, 0.1, -10, 10, 1, 0, ?)",
                    warehouse,
                    district,
                    customer,
                    TpccChoice.lastName(customer / 3),
                    choice.inPercent(10) ? "BC" : "GC",
                    choice.text(100));
            session.update(
                    "INSERT INTO history VALUES (?, ?, ?, ?, ?, NOW(6), ?, 'at the beginning')",
                    customer,
                    district,
                    warehouse,
                    district,
                    warehouse,
                    PAID);
        }
        for (int order = 1; order <= size.customers(); order++) {
            fillOrder(warehouse, district, order);
        }
    }

    private void fillOrder(int warehouse, int district, int order) throws SQLException {
        boolean delivered = order <= size.customers() * 2 / 3;
        int lines = choice.between(2, 5);
        session.update(
                "INSERT INTO orders VALUES (?, ?, ?, ?, NOW(), ?, ?, 1)",
                warehouse,
                district,
                order,
                size.customers() + 1 - order,
                delivered ? choice.between(1, 10) : null,
                lines);
        for (int line = 1; line <= lines; line++) {
            session.update(
                    "INSERT INTO order_line VALUES (?, ?, ?, ?, ?, ?, IF(?, NOW(), NULL), 5, ?, ?)",
                    warehouse,
                    district,
                    order,
                    line,
                    choice.item(),
                    warehouse,
                    delivered,
                    choice.money(1, 99),
                    choice.text(24));
        }
        if (!delivered) {
            session.update("INSERT INTO new_order VALUES (?, ?, ?)", warehouse, district, order);
        }
    }
}
