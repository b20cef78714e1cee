package io.dataflowsync.bench.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes as one writer of the shop, with customers of its own: transactions of 5 to 20 rows, a statement for each row. */
final class ShopWriter {
    private static final int MOST_ITEMS = 12;

    private final ShopTables tables;
    private final int step;
    private final Random random;
    private final Words words;
    private final List<Long> customers = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private final List<String> statements = new ArrayList<>();
    private long nextCustomer;
    private long nextOrder;
    private long nextItem;
    private long nextPayment;

    /** An existing order, with its rows. */
    private record Order(long key, long customer, List<Long> items, long payment) {}

    /** @param writers how many there are; they share the range of keys */
    ShopWriter(ShopTables tables, int writer, int writers) {
        this.tables = tables;
        this.step = writers;
        this.random = new Random(writer + 1L);
        this.words = new Words(random);
        // Keys below 10 belong to the rows that exist before.
        this.nextCustomer = 10L + writer;
        this.nextOrder = nextCustomer;
        this.nextItem = nextCustomer;
        this.nextPayment = nextCustomer;
    }

    /** The next transactions, a list of statements each, with this number of rows in total or a few more. */
    List<List<String>> transactions(int rows) {
        List<List<String>> transactions = new ArrayList<>();
        for (int done = 0; done < rows; ) {
            List<String> transaction = transaction();
            transactions.add(transaction);
            done += transaction.size();
        }
        return transactions;
    }

    private List<String> transaction() {
        statements.clear();
        int chance = random.nextInt(10);
        if (chance < 3 || customers.isEmpty() || orders.isEmpty()) {
            signUp();
            order(customers.get(customers.size() - 1));
        } else if (chance < 7) {
            long customer = customers.get(random.nextInt(customers.size()));
            giveMore(customer);
            order(customer);
        } else if (chance < 9) {
            change(orders.get(random.nextInt(orders.size())));
        } else {
            cancel(orders.remove(random.nextInt(orders.size())));
        }
        return List.copyOf(statements);
    }

    private void signUp() {
        long key = nextCustomer;
        nextCustomer += step;
        customers.add(key);
        insert(tables.customers, key + ", 'customer " + key + "', 0, '" + words.moment() + "'");
    }

    private void giveMore(long customer) {
        statements.add("UPDATE " + tables.customers + " SET points = points + 1 + " + random.nextInt(100)
                + " WHERE id = " + customer);
    }

    /** Makes an order: 5 rows or more. */
    private void order(long customer) {
        long key = nextOrder;
        nextOrder += step;
        insert(
                tables.orders,
                key + ", 'order " + key + "', " + customer + ", 'new', " + words.amount() + ", '" + words.moment()
                        + "'");
        List<Long> items = new ArrayList<>();
        int count = 2 + random.nextInt(MOST_ITEMS - 1);
        for (int i = 0; i < count; i++) {
            items.add(item(key));
        }
        long payment = nextPayment;
        nextPayment += step;
        insert(
                tables.payments,
                payment + ", 'payment " + payment + "', " + key + ", " + words.amount() + ", '" + words.moment() + "'");
        updateStatus(key, "paid");
        orders.add(new Order(key, customer, items, payment));
    }

    private long item(long order) {
        long key = nextItem;
        nextItem += step;
        insert(
                tables.items,
                key + ", '" + words.text(15) + "', " + order + ", " + (1 + random.nextInt(9)) + ", "
                        + random.nextInt(1000) + ".95");
        return key;
    }

    /** Changes an order: 5 rows or more. */
    private void change(Order order) {
        updateStatus(order.key(), random.nextBoolean() ? "sent" : "done");
        for (int i = 0; i < 2; i++) {
            statements.add("UPDATE " + tables.items + " SET quantity = quantity + 1, price = " + random.nextInt(1000)
                    + ".50 WHERE id = "
                    + order.items().get(random.nextInt(order.items().size())));
        }
        if (order.items().size() > 2 && random.nextBoolean()) {
            deleteFrom(tables.items, order.items().remove(0));
        }
        if (order.items().size() < MOST_ITEMS) {
            order.items().add(item(order.key()));
        }
        statements.add("UPDATE " + tables.payments + " SET amount = amount + 1 WHERE id = " + order.payment());
        giveMore(order.customer());
    }

    /** Cancels an order: 5 rows or more. */
    private void cancel(Order order) {
        order.items().forEach(item -> deleteFrom(tables.items, item));
        deleteFrom(tables.payments, order.payment());
        deleteFrom(tables.orders, order.key());
        giveMore(order.customer());
    }

    private void updateStatus(long order, String status) {
        // The total changes too, so that the row is changed in any case.
        statements.add(
                "UPDATE " + tables.orders + " SET status = '" + status + "', total = total + 1 WHERE id = " + order);
    }

    private void deleteFrom(String table, long key) {
        statements.add("DELETE FROM " + table + " WHERE id = " + key);
    }

    private void insert(String table, String values) {
        statements.add("INSERT INTO " + table + " VALUES (" + values + ")");
    }
}
