package io.dataflowsync.dpu;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventCodec;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.intake.BatchCutter;
import io.dataflowsync.dpu.intake.Lanes.Claim;
import io.dataflowsync.dpu.intake.Received;
import io.dataflowsync.dpu.lane.LaneBarrier;
import io.dataflowsync.dpu.lane.LaneManager;
import io.dataflowsync.dpu.lane.LaneWork;
import io.dataflowsync.dpu.lane.Meters;
import io.dataflowsync.dpu.lane.OnErrorPolicy;
import io.dataflowsync.dpu.lane.Replay;
import io.dataflowsync.dpu.log.HaltedSchemaChanges;
import io.dataflowsync.dpu.log.LaneBarriers;
import io.dataflowsync.dpu.log.LogEntry.Status;
import io.dataflowsync.dpu.plan.Adoption;
import io.dataflowsync.dpu.plan.BatchPlanner;
import io.dataflowsync.dpu.plan.BulkDeletePlanner;
import io.dataflowsync.dpu.plan.EventPlanner;
import io.dataflowsync.dpu.plan.Processors;
import io.dataflowsync.dpu.plan.RowsOnTarget;
import io.dataflowsync.dpu.plan.SchemaChanges;
import io.dataflowsync.dpu.plan.TableRegistry;
import io.dataflowsync.dpu.plan.TargetActions;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.dpu.schema.SchemaMapper;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.servicekit.retry.Backoff;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The core of the service without any server: the real lanes, planner and replay on a target and logs in memory. By a seed the service
 * is killed, its calls fail, and another owner takes over, at any point between two effects; after each step what is promised must
 * hold. A seed that fails tells the same story again.
 */
class SimulationTest {
    private static final int SEEDS = 300;
    private static final int EVENTS = 60;
    private static final int SHORT_NAMES = 12;
    private static final List<TableDefinition> SOURCE = List.of(
            TestTables.table("customers", "#id bigint", "name varchar(80)"),
            TestTables.referring(
                    TestTables.table("orders", "#id bigint", "customer_id bigint"), "customer_id", "customers", "id"));

    static {
        System.setProperty("log4j2.simplelogLevel", "OFF");
        System.setProperty("org.apache.logging.log4j.simplelog.level", "OFF");
    }

    static List<Long> seeds() {
        long first = System.nanoTime();
        List<Long> seeds = new ArrayList<>();
        for (int i = 0; i < SEEDS; i++) {
            seeds.add(i < SEEDS / 2 ? (long) i : first + i);
        }
        return seeds;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whateverBreaksNothingIsLostDoubledOrOutOfOrder(long seed) throws SQLException {
        try {
            new Story(seed).tell();
        } catch (AssertionError e) {
            throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
        }
    }

    /** One seed's. */
    private static final class Story {
        private final Random random;
        private final SimulatedFaults faults;
        private final SimulatedSource source;
        private final SimulatedTarget target;
        private final SimulatedRelationships relationships;
        private final SimulatedLog log;
        private final List<ChangeEvent> topic = new ArrayList<>();
        private final List<Received> received = new ArrayList<>();
        private @Nullable Owner owner;

        Story(long seed) {
            random = new Random(seed);
            faults = new SimulatedFaults(random);
            source = new SimulatedSource(random);
            target = new SimulatedTarget(faults, SHORT_NAMES);
            relationships = new SimulatedRelationships(faults);
            log = new SimulatedLog(faults, relationships);
            EventCodec codec = new EventCodec();
            for (int i = 0; i < EVENTS; i++) {
                ChangeEvent event = source.change();
                topic.add(event);
                received.add(new Received(0, i, codec.encode(event).length, Instant.EPOCH, event.id(), event, null));
            }
            faults.onTakeOver(() -> {
                Owner other = open();
                owner = other;
                if (other != null) {
                    step(other);
                }
            });
        }

        void tell() throws SQLException {
            faults.likelihood(0.06);
            for (int i = 0; i < 2_000 && log.progress() < EVENTS - 1; i++) {
                next();
                check();
            }
            target.widen(80);
            for (int i = 0; i < 200 && log.isAnyOpen(); i++) {
                log.askForAll();
                next();
                check();
            }
            faults.likelihood(0);
            for (int i = 0; i < EVENTS && (log.progress() < EVENTS - 1 || log.isAnyOpen()); i++) {
                log.askForAll();
                next();
            }
            check();
            assertThat(log.open(0)).as("dead letters, in the end").isEmpty();
            assertThat(target.rows()).isEqualTo(mapped(source.rows()));
            assertThat(log.statuses().values()).doesNotContain(Status.DEAD, Status.WAITING);
            assertThat(faults.kills()).isPositive();
        }

        private void next() {
            Owner at = owner == null ? open() : owner;
            owner = at;
            if (at != null) {
                step(at);
            }
        }

        private @Nullable Owner open() {
            try {
                return new Owner();
            } catch (SimulatedFaults.Killed e) {
                return null;
            }
        }

        private void step(Owner at) {
            try {
                if (!at.work()) {
                    owner = owner == at ? null : owner;
                }
            } catch (SimulatedFaults.Killed e) {
                owner = owner == at ? null : owner;
            }
        }

        /** A replica from its claim to its end, with its own place on the topic. */
        private final class Owner {
            private final LaneManager lanes;
            private final Claim claim;
            private int position;

            Owner() {
                lanes = lanes();
                claim = lanes.claim(0);
                position = (int) claim.position();
            }

            /** Whether it has the lane still. */
            boolean work() {
                lanes.lookAfter(0, claim.epoch());
                int to = Math.min(EVENTS, position + 1 + random.nextInt(12));
                if (position < to) {
                    TestPolls polls = new TestPolls(parts(position, to));
                    boolean taken = lanes.take(0, claim.epoch(), polls);
                    lanes.position(0, claim.epoch())
                            .ifPresent(done -> assertThat(polls.settled()).isEqualTo(done));
                    position = taken ? to : position;
                }
                return !lanes.lanes().get(0).isOver();
            }

            private List<List<Received>> parts(int from, int to) {
                int middle = from + random.nextInt(to - from + 1);
                return List.of(received.subList(from, middle), received.subList(middle, to));
            }
        }

        private LaneManager lanes() {
            PipelineConfig config = TestTables.config(Map.of());
            TableRegistry tableRegistry = new TableRegistry(
                    config,
                    new Processors(config, List.of()),
                    () -> SOURCE,
                    () -> SOURCE.stream().map(TestTables::numbered).toList(),
                    new TargetActions(config));
            HaltedSchemaChanges halted = new HaltedSchemaChanges(Engineless.DATA_SOURCE, "");
            RowsOnTarget none = Engineless.of(RowsOnTarget.class);
            EventPlanner planner = new EventPlanner(
                    tableRegistry,
                    new BulkDeletePlanner(relationships, none, (lane, offsets) -> List.of()),
                    new SchemaChanges(
                            config.rules().ddl(), "shop", new SchemaMapper(config, "shop"), tableRegistry, halted));
            Adoption adoption = new Adoption(planner, relationships, query -> Map.of(), false);
            BatchPlanner batches = new BatchPlanner(relationships, planner, adoption);
            LaneWork work = new LaneWork(
                    batches,
                    target,
                    log,
                    log,
                    new OnErrorPolicy(config, log),
                    letters -> {},
                    new LaneBarrier(new LaneBarriers(Engineless.DATA_SOURCE, "")),
                    halted,
                    new Meters(new SimpleMeterRegistry()));
            Replay replay = new Replay(log, log, batches, target);
            Backoff none0 = Backoff.spread(Duration.ZERO, Duration.ZERO);
            return new LaneManager(
                    target,
                    log,
                    log,
                    relationships,
                    new BatchCutter(5, 5, 1 << 20),
                    work,
                    Runnable::run,
                    replay,
                    none0);
        }

        /** What is promised at any time. */
        private void check() {
            assertThat(log.contradictions()).as("events told again, otherwise").isZero();
            assertThat(relationships.all().values().stream()
                            .map(Relationship::newKey)
                            .distinct())
                    .as("new keys given once")
                    .hasSize(relationships.all().size());
            for (int i = 0; i < EVENTS; i++) {
                boolean logged = log.statuses().containsKey(topic.get(i).id());
                assertThat(logged).as("event %d is logged", i).isEqualTo(i <= log.progress());
            }
            checkOrder();
        }

        /** No event of a row is applied while an earlier one of it is not. */
        private void checkOrder() {
            Map<String, Integer> held = new HashMap<>();
            for (int i = 0; i < EVENTS; i++) {
                Status status = log.statuses().get(topic.get(i).id());
                ChangeEvent.RowChange change = (ChangeEvent.RowChange) topic.get(i);
                for (String row : rows(change)) {
                    if (status == Status.APPLIED || status == Status.SKIPPED) {
                        assertThat(held).as("applied %d %s", i, change).doesNotContainKey(row);
                    } else if (status != null) {
                        held.put(row, i);
                    }
                }
            }
        }

        private static HashSet<String> rows(ChangeEvent.RowChange change) {
            HashSet<String> rows = new HashSet<>();
            rows.add(change.table().table() + " " + change.key().get("id"));
            if (change.before() != null) {
                rows.add(change.table().table() + " "
                        + Objects.requireNonNull(change.before()).get("id"));
            }
            return rows;
        }

        private long newKey(String row) {
            return Long.parseLong(
                    Objects.requireNonNull(relationships.all().get(row)).newKey());
        }

        /** The source's rows as the target must have them. */
        private Map<String, Map<String, @Nullable Object>> mapped(Map<String, Row> rows) {
            Map<String, Map<String, @Nullable Object>> mapped = new TreeMap<>();
            rows.forEach((name, row) -> {
                long key = newKey(name);
                Map<String, @Nullable Object> values = new LinkedHashMap<>(row.asMap());
                values.put("id", key);
                if (row.has("customer_id")) {
                    String parent = "customers " + row.get("customer_id");
                    values.put("customer_id", newKey(parent));
                }
                mapped.put(name.substring(0, name.indexOf(' ') + 1) + key, values);
            });
            return mapped;
        }
    }
}
