package io.dataflowsync.sandbox.workload;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Runs the shop on the source: one transaction after another, each chosen at random.
 *
 * <p>It goes on with the rows that exist. Not for several threads; after a failure of the server, a new shop takes over.
 */
public final class Shop implements Application {
    private final Random random;
    private final Sql sql;
    private final Customers customers;
    private final Products products;
    private final Orders orders;
    private final Comments comments;
    private final Events events;
    private final List<Deed> deeds = new ArrayList<>();

    /** The changes of one transaction. */
    interface Deed {
        void happen() throws SQLException;
    }

    /** @param connection a connection to the schema of the shop; this shop closes it */
    public Shop(Connection connection, long seed) throws SQLException {
        connection.setAutoCommit(false);
        random = new Random(seed);
        sql = new Sql(connection);
        Values values = new Values(random);
        customers = new Customers(sql, values, random);
        products = new Products(sql, values, random);
        orders = new Orders(sql, values, random, customers, products);
        comments = new Comments(sql, values, random, customers, products, orders);
        events = new Events(sql, values, random, customers);
        often(6, customers::signUp);
        often(5, products::add);
        often(20, orders::place);
        often(8, customers::change);
        often(8, products::change);
        often(8, orders::change);
        often(5, orders::pay);
        often(8, comments::write);
        often(3, comments::change);
        often(2, comments::remove);
        often(4, this::cancelOrder);
        often(2, customers::leave);
        often(6, events::happen);
        often(2, events::change);
        often(2, events::remove);
        often(1, this::burst);
        often(2, this::thinkAgain);
    }

    private void often(int weight, Deed deed) {
        for (int i = 0; i < weight; i++) {
            deeds.add(deed);
        }
    }

    /** Runs one transaction, and commits it; the first few fill the empty shop. */
    @Override
    public void transact() throws SQLException {
        if (customers.keys().size() < 5) {
            customers.signUp();
        } else if (products.keys().size() < 5) {
            products.add();
        } else {
            deeds.get(random.nextInt(deeds.size())).happen();
        }
        sql.commit();
    }

    private void cancelOrder() throws SQLException {
        if (orders.keys().size() > 3) {
            long order = orders.keys().take(random);
            comments.removeOf("Order", order);
            orders.remove(order);
        } else {
            orders.place();
        }
    }

    /** Runs one transaction of many rows. */
    private void burst() throws SQLException {
        for (int i = 0; i < 60; i++) {
            events.happen();
        }
        for (int i = 0; i < 10; i++) {
            orders.place();
        }
        products.restock();
    }

    /** Rolls back a transaction, which must therefore never be seen anywhere; then runs another one. */
    private void thinkAgain() throws SQLException {
        sql.run("UPDATE products SET title = 'never committed', stock = -1");
        sql.run("INSERT INTO events_without_key VALUES ('never committed', NULL, NULL, NULL)");
        sql.rollback();
        products.change();
    }

    @Override
    public void close() throws SQLException {
        sql.close();
    }
}
