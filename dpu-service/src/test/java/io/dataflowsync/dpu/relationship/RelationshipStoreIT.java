package io.dataflowsync.dpu.relationship;

import static io.dataflowsync.dpu.Engines.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.Engines;
import io.dataflowsync.dpu.relationship.Relationship.State;
import io.dataflowsync.dpu.relationship.RelationshipChange.Applied;
import io.dataflowsync.dpu.relationship.RelationshipChange.Cleared;
import io.dataflowsync.dpu.relationship.RelationshipChange.Deleted;
import io.dataflowsync.dpu.relationship.RelationshipChange.Rekeyed;
import io.dataflowsync.dpu.relationship.RelationshipChange.Swept;
import io.dataflowsync.dpu.relationship.RelationshipChange.Used;
import io.dataflowsync.servicekit.sql.Jdbc;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelationshipStoreIT {
    private static final AtomicInteger SCHEMAS = new AtomicInteger();
    private static final int CACHE = 200_000;

    private final AtomicInteger connections = new AtomicInteger();
    private final String schema = "runs_" + SCHEMAS.incrementAndGet();
    private final KeySpace orders = space("orders", true);
    private DataSource log;
    private DataSource target;
    private RelationshipStore store;

    @BeforeEach
    void create() {
        DataSource server = Engines.logSchema("dfs_" + schema);
        Flyway.configure()
                .dataSource(server)
                .locations("db/dpu")
                .table("flyway_dpu")
                .load()
                .migrate();
        Engines.TARGET.execute("", "CREATE DATABASE " + schema);
        Engines.TARGET.execute(
                schema,
                "CREATE TABLE orders (id BIGINT PRIMARY KEY AUTO_INCREMENT)",
                "INSERT INTO orders VALUES (1000)");
        log = counted(server);
        target = Engines.dataSource(Engines.target(schema));
        store = newStore();
    }

    private KeySpace space(String table, boolean ahead) {
        return new KeySpace(
                new TableName("shop", table),
                new TableName(schema, table),
                "id",
                true,
                BigInteger.valueOf(Long.MAX_VALUE),
                ahead);
    }

    private DataSource counted(DataSource server) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        connections.incrementAndGet();
                    }
                    return method.invoke(server, arguments);
                });
    }

    private RelationshipStore newStore() {
        return new RelationshipStore(log, new KeyBlocks(new NumberClaim(target)), CACHE);
    }

    private static KeyNeeds fresh(KeySpace space, LongStream keys) {
        KeyNeeds needs = new KeyNeeds();
        keys.forEach(key -> needs.addFresh(space, Long.toString(key)));
        return needs;
    }

    private Map<Long, Long> newKeys(RelationshipStore from, KeySpace space, long... keys) throws SQLException {
        KeyNeeds needs = new KeyNeeds();
        LongStream.of(keys).forEach(key -> needs.add(space, Long.toString(key)));
        KnownKeys known = from.resolve(needs);
        Map<Long, Long> found = new HashMap<>();
        LongStream.of(keys).forEach(key -> found.put(key, Long.valueOf(known.newKey(space, Long.toString(key)))));
        return found;
    }

    private void write(RelationshipChange... changes) throws SQLException {
        List<RelationshipChange> all = List.of(changes);
        Jdbc.inTransaction(log, connection -> store.write(connection, all));
        store.committed(all);
    }

    private Map<String, State> states(RelationshipStore from, long... keys) throws SQLException {
        KeyNeeds needs = new KeyNeeds();
        LongStream.of(keys).forEach(key -> needs.look(orders, Long.toString(key)));
        KnownKeys known = from.resolve(needs);
        Map<String, State> states = new HashMap<>();
        LongStream.of(keys).mapToObj(Long::toString).forEach(key -> known.find(orders, key)
                .ifPresent(found -> states.put(key, found.state())));
        return states;
    }

    @Test
    void theKeysOfNewRowsGetARunAndTheNextOnesNeedNoQuery() throws SQLException {
        store.resolve(fresh(orders, LongStream.rangeClosed(50, 59)));
        assertThat(rows(log, "SELECT first_old, length, first_new FROM relationship_run"))
                .containsExactly("50|1009|1001");
        int before = connections.get();

        KnownKeys known = store.resolve(fresh(orders, LongStream.rangeClosed(60, 1_058)));

        assertThat(known.newKey(orders, "60")).isEqualTo("1011");
        assertThat(known.newKey(orders, "1058")).isEqualTo("2009");
        assertThat(connections).hasValue(before);
        assertThat(known.unmarked().get(orders)).hasSize(999);
    }

    @Test
    void aKeyThatNoEventUsesIsNoRelationship() throws SQLException {
        store.resolve(fresh(orders, LongStream.of(50)));
        write(new Used(orders, Set.of("50")));

        RelationshipReader reader = new RelationshipReader(log);
        assertThat(reader.byOldKey("shop.orders", "50"))
                .contains(new RelationshipRow("shop.orders", "50", "orders", "1001", "reserved"));
        assertThat(reader.byNewKey("shop.orders", "1001")).isPresent();
        assertThat(reader.byOldKey("shop.orders", "51")).isEmpty();
        assertThat(reader.byNewKey("shop.orders", "1002")).isEmpty();
        assertThat(rows(log, "SELECT * FROM relationship")).containsExactly("shop.orders|50|orders|1001|reserved");
        assertThat(states(newStore(), 50, 51)).isEqualTo(Map.of("50", State.RESERVED, "51", State.AHEAD));
        assertThat(states(newStore(), 5_000)).isEmpty();
    }

    @Test
    void aKeyIsUsedAsSoonAsItIsPlannedAndMarkedOnce() throws SQLException {
        KnownKeys known = store.resolve(fresh(orders, LongStream.of(50)));
        assertThat(known.unmarked()).isEqualTo(Map.of(orders, Set.of("50")));
        assertThat(states(store, 50)).isEqualTo(Map.of("50", State.RESERVED));
        assertThat(states(newStore(), 50)).isEqualTo(Map.of("50", State.AHEAD));

        write(new Used(orders, Set.of("50")), new Applied(orders, "50"));

        assertThat(store.resolve(fresh(orders, LongStream.of(50))).unmarked()).isEmpty();
        assertThat(states(store, 50)).isEqualTo(Map.of("50", State.APPLIED));
        assertThat(states(newStore(), 50)).isEqualTo(Map.of("50", State.APPLIED));
    }

    @Test
    void aRowThatIsGoneAndHasNeverComeHasNoRelationship() throws SQLException {
        store.resolve(fresh(orders, LongStream.of(50)));
        write(
                new Used(orders, Set.of("50")),
                new Applied(orders, "50"),
                new Deleted(orders, "50"),
                new Deleted(orders, "51"));
        write(new Deleted(orders, "52"), new Deleted(orders, "900"));

        assertThat(states(store, 50, 51, 52, 900))
                .isEqualTo(Map.of("50", State.DELETED, "51", State.AHEAD, "52", State.AHEAD, "900", State.AHEAD));
        assertThat(states(newStore(), 50, 51, 52, 900))
                .isEqualTo(Map.of("50", State.DELETED, "51", State.AHEAD, "52", State.AHEAD, "900", State.AHEAD));
        assertThat(store.resolve(fresh(orders, LongStream.of(51))).unmarked()).isEqualTo(Map.of(orders, Set.of("51")));
    }

    @Test
    void aKeyThatAnotherEventOfTheBatchUsesIsReservedForIt() throws SQLException {
        store.resolve(fresh(orders, LongStream.of(50)));
        KeyNeeds needs = new KeyNeeds();
        needs.look(orders, "60");
        needs.look(orders, "61");
        needs.add(orders, "60");

        KnownKeys known = store.resolve(needs);

        assertThat(known.get(orders, "60").state()).isEqualTo(State.RESERVED);
        assertThat(known.get(orders, "61").state()).isEqualTo(State.AHEAD);
    }

    @Test
    void statesFollowTheEventsInAnyWord() throws SQLException {
        store.resolve(fresh(orders, LongStream.rangeClosed(60, 200)));
        List<RelationshipChange> changes = new ArrayList<>();
        LongStream.rangeClosed(60, 200).mapToObj(Long::toString).forEach(key -> changes.add(new Applied(orders, key)));
        changes.add(new Deleted(orders, "63"));
        changes.add(new Deleted(orders, "64"));
        changes.add(new Deleted(orders, "127"));
        changes.add(new Applied(orders, "127"));
        write(changes.toArray(RelationshipChange[]::new));

        assertThat(states(newStore(), 62, 63, 64, 65, 127, 128, 200, 201))
                .isEqualTo(Map.of(
                        "62",
                        State.APPLIED,
                        "63",
                        State.DELETED,
                        "64",
                        State.DELETED,
                        "65",
                        State.APPLIED,
                        "127",
                        State.APPLIED,
                        "128",
                        State.APPLIED,
                        "200",
                        State.APPLIED,
                        "201",
                        State.AHEAD));
        assertThat(rows(log, "SELECT state, COUNT(*) FROM relationship GROUP BY 1 ORDER BY 1"))
                .containsExactly("applied|139", "deleted|2");

        write(new Swept(orders, List.of(new KeyRange(BigInteger.valueOf(61), BigInteger.valueOf(130)))));
        assertThat(rows(
                        log,
                        "SELECT MIN(CAST(old_key AS UNSIGNED)), MAX(CAST(old_key AS UNSIGNED)), COUNT(*)"
                                + " FROM relationship WHERE state = 'deleted'"))
                .containsExactly("61|130|70");

        write(new Cleared(orders));
        assertThat(rows(log, "SELECT state, COUNT(*) FROM relationship GROUP BY 1"))
                .containsExactly("deleted|141");
    }

    @Test
    void aRowWhoseKeyChangesKeepsItsNewKeyAndTheFormerKeyGetsAnother() throws SQLException {
        store.resolve(fresh(orders, LongStream.rangeClosed(50, 60)));
        write(new Applied(orders, "50"), new Rekeyed(orders, "50", "55"), new Rekeyed(orders, "55", "7000"));

        assertThat(newKeys(store, orders, 7_000)).isEqualTo(Map.of(7_000L, 1_001L));
        assertThat(newKeys(newStore(), orders, 7_000, 51)).isEqualTo(Map.of(7_000L, 1_001L, 51L, 1_002L));
        Map<Long, Long> again = newKeys(store, orders, 50, 55);
        assertThat(again.values()).doesNotHaveDuplicates().allMatch(key -> key > 1_012);
        assertThat(newKeys(newStore(), orders, 50, 55)).isEqualTo(again);
        assertThat(states(newStore(), 50, 7_000)).isEqualTo(Map.of("50", State.AHEAD, "7000", State.APPLIED));
        assertThat(new RelationshipReader(log)
                        .byNewKey("shop.orders", "1001")
                        .orElseThrow()
                        .oldKey())
                .isEqualTo("7000");
    }

    @Test
    void scatteredKeysOfReferencesAndOddKeysAreSingle() throws SQLException {
        Map<Long, Long> keys = newKeys(store, orders, 5, 900, -3, 0, 70_000);

        assertThat(keys.values()).containsExactlyInAnyOrder(1_001L, 1_002L, 1_003L, 1_004L, 1_005L);
        assertThat(rows(log, "SELECT COUNT(*) FROM relationship_run")).containsExactly("0");
        assertThat(newKeys(newStore(), orders, 5, 900, -3, 0, 70_000)).isEqualTo(keys);
    }

    @Test
    void nothingIsReservedAheadWhereRowsOfTheTargetAreAdopted() throws SQLException {
        store.resolve(fresh(space("orders", false), LongStream.rangeClosed(1, 100)));

        assertThat(rows(log, "SELECT COUNT(*) FROM relationship_run")).containsExactly("0");
        assertThat(rows(log, "SELECT COUNT(*) FROM relationship_single")).containsExactly("100");
    }

    @Test
    void aRunEndsBeforeTheNextOneAndSingleKeysWithinItStayAsTheyAre() throws SQLException {
        store.resolve(fresh(orders, LongStream.of(500)));
        Map<Long, Long> single = newKeys(store, orders, 120);
        store.resolve(fresh(orders, LongStream.of(100)));

        assertThat(rows(log, "SELECT first_old, length FROM relationship_run ORDER BY 1"))
                .containsExactly("100|250", "500|1000");
        for (RelationshipStore reader : List.of(store, newStore())) {
            assertThat(newKeys(reader, orders, 120)).isEqualTo(single);
            assertThat(newKeys(reader, orders, 119, 121)).isEqualTo(Map.of(119L, 2_021L, 121L, 2_023L));
        }
    }

    @Test
    void twoServicesNeverGiveAnOldKeyTwoNewKeys() throws Exception {
        Map<Long, Set<Long>> given = new HashMap<>();
        List<CompletableFuture<Void>> services = IntStream.range(0, 4)
                .mapToObj(service -> CompletableFuture.runAsync(() -> {
                    RelationshipStore own = newStore();
                    Random random = new Random(service);
                    for (int batch = 0; batch < 60; batch++) {
                        long from = 1 + random.nextInt(3_000);
                        long[] keys = random.nextBoolean()
                                ? LongStream.range(from, from + 1 + random.nextInt(60))
                                        .toArray()
                                : random.longs(5, 1, 3_000).distinct().toArray();
                        try {
                            Map<Long, Long> found =
                                    random.nextBoolean() ? newKeys(own, orders, keys) : freshKeys(own, keys);
                            synchronized (given) {
                                found.forEach((oldKey, newKey) -> given.computeIfAbsent(oldKey, k -> new HashSet<>())
                                        .add(newKey));
                            }
                        } catch (SQLException e) {
                            throw new IllegalStateException(e);
                        }
                    }
                }))
                .toList();
        CompletableFuture.allOf(services.toArray(CompletableFuture[]::new)).get();

        assertThat(given).hasSizeGreaterThan(1_000);
        assertThat(given.values()).allMatch(newKeys -> newKeys.size() == 1);
        assertThat(given.values().stream().flatMap(Set::stream)).doesNotHaveDuplicates();
        assertThat(given.values().stream().flatMap(Set::stream)).allMatch(key -> key > 1_000);
    }

    private Map<Long, Long> freshKeys(RelationshipStore from, long... keys) throws SQLException {
        KnownKeys known = from.resolve(fresh(orders, LongStream.of(keys)));
        Map<Long, Long> found = new HashMap<>();
        LongStream.of(keys).forEach(key -> found.put(key, Long.valueOf(known.newKey(orders, Long.toString(key)))));
        return found;
    }

    @Test
    void aRelationshipOfItsOwnKeepsItsStateWhenARunIsReservedOverIt() throws SQLException {
        newKeys(store, orders, 5_000);
        write(new Used(orders, Set.of("5000")), new Applied(orders, "5000"));
        RelationshipStore later = newStore();
        KeyNeeds needs = new KeyNeeds();
        LongStream.rangeClosed(4_990, 5_010).forEach(key -> needs.addRow(orders, Long.toString(key)));

        KnownKeys known = later.resolve(needs);

        assertThat(rows(log, "SELECT first_old FROM relationship_run")).containsExactly("4990");
        assertThat(known.get(orders, "5000").isApplied()).isTrue();
        assertThat(known.get(orders, "5001").state()).isEqualTo(State.RESERVED);
    }

    @Test
    void theLargestKeysOfAColumnHaveARunThatEndsThere() throws SQLException {
        store.resolve(fresh(orders, LongStream.of(Long.MAX_VALUE - 1, Long.MAX_VALUE)));

        assertThat(rows(log, "SELECT first_old, length FROM relationship_run"))
                .containsExactly((Long.MAX_VALUE - 1) + "|2");
        assertThat(newKeys(newStore(), orders, Long.MAX_VALUE)).isEqualTo(newKeys(store, orders, Long.MAX_VALUE));
    }

    @Test
    void keysWithoutAStateHideNoneAfterThem() throws SQLException {
        store.resolve(fresh(orders, LongStream.of(1)));
        Engines.run(
                log,
                "UPDATE relationship_run SET length = 60000",
                "INSERT INTO relationship_state SELECT table_no, seq, 0, 0, 0, 0, 0, 0, 0, 0 FROM relationship_table,"
                        + " seq_0_to_180",
                "INSERT INTO relationship_state SELECT table_no, 200, 1, 0, 0, 0, 1, 0, 0, 0 FROM relationship_table");

        assertThat(store.appliedKeys(orders))
                .containsExactly(new KeyRange(BigInteger.valueOf(52_200), BigInteger.valueOf(52_200)));
    }

    @Test
    void whatIsForgottenMeanwhileIsFoundAgain() throws Exception {
        store.resolve(fresh(orders, LongStream.rangeClosed(1, 600)));
        AtomicBoolean over = new AtomicBoolean();
        Thread forgetting = new Thread(() -> {
            while (!over.get()) {
                store.forget();
            }
        });
        forgetting.start();
        try {
            for (int batch = 0; batch < 300; batch++) {
                long key = 1 + batch * 3 % 600;
                assertThat(freshKeys(store, key, key + 700)).containsEntry(key, 1_000 + key);
            }
        } finally {
            over.set(true);
            forgetting.join();
        }
        assertThat(rows(log, "SELECT COUNT(*) FROM relationship_single")).containsExactly("0");
    }

    @Test
    void theStatementsOfTheDocumentationFindAKeyBothWays() throws SQLException, IOException {
        store.resolve(fresh(orders, LongStream.rangeClosed(10, 20)));
        write(new Used(orders, Set.of("12")), new Rekeyed(orders, "12", "7000"));
        List<String> statements = statements(Path.of("../docs/relationships.md"));

        assertThat(statements).hasSize(2);
        assertThat(rows(log, asked(statements.get(0), 17, 15))).containsExactly("1006");
        assertThat(rows(log, asked(statements.get(0), 17, 7_000))).containsExactly("1003");
        assertThat(rows(log, asked(statements.get(0), 17, 12))).containsExactly("null");
        assertThat(rows(log, asked(statements.get(1), 1_000_042, 1_006))).containsExactly("15");
        assertThat(rows(log, asked(statements.get(1), 1_000_042, 1_003))).containsExactly("7000");
    }

    private static List<String> statements(Path page) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf("```sql") + "```sql".length();
        return List.of(text.substring(begin, text.indexOf("```", begin)).split(";\\s*"));
    }

    private static String asked(String statement, long example, long key) {
        return statement.replace(Long.toString(example), Long.toString(key)).replace("shop.customers", "shop.orders");
    }

    @Test
    void aMillionDenseRelationshipsTakeLessThanAMegabyte() throws SQLException {
        for (long from = 1; from <= 1_000_000; from += 10_000) {
            KnownKeys known = store.resolve(fresh(orders, LongStream.range(from, from + 10_000)));
            List<RelationshipChange> changes = new ArrayList<>();
            known.unmarked().forEach((space, keys) -> changes.add(new Used(space, keys)));
            LongStream.range(from, from + 10_000)
                    .mapToObj(Long::toString)
                    .forEach(key -> changes.add(new Applied(orders, key)));
            write(changes.toArray(RelationshipChange[]::new));
        }

        assertThat(Long.parseLong(rows(
                                log,
                                "SELECT SUM(data_length + index_length) FROM information_schema.tables"
                                        + " WHERE table_schema = DATABASE() AND table_name IN ('relationship_run',"
                                        + " 'relationship_single', 'relationship_state', 'relationship_table')")
                        .get(0)))
                .isLessThan(1 << 20);
        assertThat(store.usedKeys(orders)).hasSizeLessThan(30);
        assertThat(store.usedKeys(orders).stream()
                        .mapToLong(range -> range.last().subtract(range.first()).longValueExact() + 1)
                        .sum())
                .isEqualTo(1_000_000);
    }
}
