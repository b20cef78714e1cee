package io.dataflowsync.dpu;

import static io.dataflowsync.dpu.TestEvents.row;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** A source in memory: customers and their orders, changed at random; keys are used again and now and then changed. */
final class SimulatedSource {
    static final TableName CUSTOMERS = TestTables.name("customers");
    static final TableName ORDERS = TestTables.name("orders");

    private final Random random;
    private final TestEvents events = new TestEvents();
    private final Map<Long, Row> customers = new TreeMap<>();
    private final Map<Long, Row> orders = new TreeMap<>();

    SimulatedSource(Random random) {
        this.random = random;
    }

    /** The rows as they are now, by table and key, {@code customers 7}. */
    Map<String, Row> rows() {
        Map<String, Row> rows = new TreeMap<>();
        customers.forEach((key, row) -> rows.put("customers " + key, row));
        orders.forEach((key, row) -> rows.put("orders " + key, row));
        return rows;
    }

    ChangeEvent change() {
        if (customers.isEmpty()) {
            return signUp();
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> signUp();
            case 2, 3 -> rename();
            case 4, 5, 6 -> order();
            case 7 -> moveOrder();
            case 8 -> cancel();
            default -> random.nextBoolean() ? leave() : newNumber();
        };
    }

    private String name() {
        return "name " + (random.nextInt(12) == 0 ? "that is too long " : "") + random.nextInt(100);
    }

    private static Row customer(long id, String name) {
        return row("id", id, "name", name);
    }

    private static Row orderRow(long id, long customer) {
        return row("id", id, "customer_id", customer);
    }

    private long free(Map<Long, Row> rows) {
        long key = 1 + random.nextInt(30);
        while (rows.containsKey(key)) {
            key++;
        }
        return key;
    }

    private long any(Map<Long, Row> rows) {
        return new ArrayList<>(rows.keySet()).get(random.nextInt(rows.size()));
    }

    private ChangeEvent signUp() {
        long id = free(customers);
        customers.put(id, customer(id, name()));
        return events.insert(CUSTOMERS, customers.get(id));
    }

    private ChangeEvent rename() {
        long id = any(customers);
        Row before = customers.put(id, customer(id, name()));
        return events.update(CUSTOMERS, before, customers.get(id));
    }

    private ChangeEvent order() {
        long id = free(orders);
        orders.put(id, orderRow(id, any(customers)));
        return events.insert(ORDERS, orders.get(id));
    }

    private ChangeEvent moveOrder() {
        if (orders.isEmpty()) {
            return order();
        }
        long id = any(orders);
        Row before = orders.put(id, orderRow(id, any(customers)));
        return events.update(ORDERS, before, orders.get(id));
    }

    private ChangeEvent cancel() {
        if (orders.isEmpty()) {
            return order();
        }
        return events.delete(ORDERS, orders.remove(any(orders)));
    }

    private boolean hasOrders(long customer) {
        return orders.values().stream().anyMatch(order -> Objects.equals(order.get("customer_id"), customer));
    }

    private ChangeEvent leave() {
        List<Long> free =
                customers.keySet().stream().filter(id -> !hasOrders(id)).toList();
        return free.isEmpty()
                ? cancel()
                : events.delete(CUSTOMERS, customers.remove(free.get(random.nextInt(free.size()))));
    }

    /** The order gets another key. */
    private ChangeEvent newNumber() {
        if (orders.isEmpty()) {
            return order();
        }
        Row before = orders.remove(any(orders));
        long id = free(orders);
        orders.put(id, orderRow(id, (Long) Objects.requireNonNull(before.get("customer_id"))));
        return events.update(ORDERS, before, orders.get(id));
    }
}
