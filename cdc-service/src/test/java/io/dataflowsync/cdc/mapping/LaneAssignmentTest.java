package io.dataflowsync.cdc.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.Pipelines;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaneAssignmentTest {
    private static final DeclaredTies NONE = new DeclaredTies(List.of());

    @Test
    void tablesTiedByForeignKeysShareALaneHoweverFarApart() {
        LaneAssignment lanes = LaneAssignment.of(
                List.of(table("a"), table("b", "a"), table("c", "b"), table("d", "c", "d")), NONE, 1_000);
        assertThat(lanesOf(lanes, "a", "b", "c", "d")).hasSize(1);
    }

    @Test
    void theOrderOfTheTablesDoesNotMatter() {
        List<TableDefinition> tables = new ArrayList<>(List.of(
                table("orders", "customers"),
                table("order_items", "orders", "products"),
                table("products"),
                table("customers", "customers"),
                table("audit")));
        LaneAssignment first = LaneAssignment.of(tables, NONE, 1_000);
        Random random = new Random(7);
        for (int i = 0; i < 20; i++) {
            Collections.shuffle(tables, random);
            LaneAssignment shuffled = LaneAssignment.of(tables, NONE, 1_000);
            tables.forEach(t -> assertThat(shuffled.laneOf(t.name())).isEqualTo(first.laneOf(t.name())));
        }
        assertThat(lanesOf(first, "orders", "order_items", "products", "customers"))
                .hasSize(1);
        assertThat(first.laneOf(name("audit"))).isNotEqualTo(first.laneOf(name("orders")));
    }

    @Test
    void declaredReferencesTieToo() {
        PipelineConfig config = Pipelines.of("""
                tables:
                  comments: { references: { subject_id: { by: subject_type, tables: { Post: posts, User: users } } } }
                  likes: { references: { post_id: posts } }
                """);
        List<TableDefinition> tables =
                List.of(table("comments"), table("posts"), table("users"), table("likes"), table("z"));
        LaneAssignment lanes = LaneAssignment.of(tables, DeclaredTies.of(tables, config), 1_000);
        assertThat(lanesOf(lanes, "comments", "posts", "users", "likes")).hasSize(1);
        assertThat(lanesOf(lanes, "comments", "z")).hasSize(2);
    }

    @Test
    void aParentThatIsNotCapturedTiesNothing() {
        LaneAssignment lanes =
                LaneAssignment.of(List.of(table("a", "countries"), table("b", "countries")), NONE, 1_000);
        assertThat(lanesOf(lanes, "a", "b")).hasSize(2);
    }

    @Test
    void pinnedTablesStayWhereTheyAreAndOthersComeToThem() {
        LaneAssignment before = LaneAssignment.of(List.of(table("b"), table("d")), NONE, 1_000);
        DeclaredTies pinned = NONE.pinning(before.pins());
        List<TableDefinition> tables =
                List.of(table("a", "d"), table("b"), table("c", "b", "d"), table("d"), table("e"), table("f", "e"));
        LaneAssignment after = LaneAssignment.of(tables, pinned, 1_000);
        assertThat(after.movedSince(before)).containsExactly(name("a"), name("c"), name("f"));
        assertThat(lanesOf(after, "a", "d")).hasSize(1);
        assertThat(lanesOf(after, "c", "b")).hasSize(1);
        assertThat(lanesOf(after, "e", "f")).hasSize(1);
        assertThat(LaneAssignment.of(tables, NONE.pinning(after.pins()), 1_000).movedSince(after))
                .isEmpty();
        assertThat(lanesOf(LaneAssignment.of(tables, NONE, 1_000), "a", "b", "c", "d"))
                .hasSize(1);
    }

    @Test
    void everyLaneIsOneOfTheTopics() {
        LaneAssignment lanes = LaneAssignment.of(List.of(), NONE, 3);
        for (int i = 0; i < 100; i++) {
            assertThat(lanes.laneOf(name("t" + i))).isBetween(0, 2);
        }
    }

    private static Set<Integer> lanesOf(LaneAssignment lanes, String... tables) {
        Set<Integer> found = new HashSet<>();
        Arrays.stream(tables).forEach(table -> found.add(lanes.laneOf(name(table))));
        return found;
    }

    private static TableDefinition table(String name, String... parents) {
        List<ForeignKey> keys = Arrays.stream(parents)
                .map(parent -> new ForeignKey("f_" + parent, List.of("p"), name(parent), List.of("id")))
                .toList();
        return new TableDefinition(name(name), List.of(), List.of("id"), List.of(), keys);
    }

    private static TableName name(String table) {
        return new TableName("shop", table);
    }
}
