package io.dataflowsync.dpu.plan;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.numbered;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.event.ChangeEvent.Insert;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.KeyMeaning;
import io.dataflowsync.dpu.mapping.TablePlan;
import io.dataflowsync.dpu.mapping.UnknownTableException;
import io.dataflowsync.pipeline.config.PipelineConfig;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableRegistryTest {
    private final List<TableDefinition> topic = new ArrayList<>();
    private final List<TableDefinition> target = new ArrayList<>();
    private int readings;
    private int read;

    private TableRegistry registry() {
        PipelineConfig config = TestTables.config(java.util.Map.of());
        return new TableRegistry(
                config,
                new Processors(config, List.of()),
                this::news,
                () -> List.copyOf(target),
                new TargetActions(config));
    }

    private List<TableDefinition> news() {
        readings++;
        List<TableDefinition> news = List.copyOf(topic.subList(read, topic.size()));
        read = topic.size();
        return news;
    }

    private static BinlogPosition place(int position) {
        return new BinlogPosition("mysql-bin.000001", position);
    }

    private static TableDefinition since(int position, TableDefinition table) {
        return table.since(place(position).toString());
    }

    private static TableDefinition dropping(TableDefinition table) {
        List<ForeignKey> dropped = table.foreignKeys().stream()
                .map(key -> new ForeignKey(
                        key.name(),
                        key.columns(),
                        key.parent(),
                        key.parentColumns(),
                        key.onDelete(),
                        key.onUpdate(),
                        true))
                .toList();
        return new TableDefinition(table.name(), table.columns(), table.primaryKey(), table.uniqueKeys(), dropped);
    }

    @Test
    void eachRowIsPlannedWithTheVersionThatItWasWrittenUnder() {
        topic.add(since(100, table("t", "#id int", "n varchar(20)")));
        topic.add(since(200, table("t", "#code varchar(20)", "n varchar(20)")));
        target.add(table("t", "#id int", "code varchar(20)", "n varchar(20)"));
        TableRegistry registry = registry();

        assertThat(registry.context(name("t"), place(100)).plan().key().columns())
                .containsExactly("id");
        assertThat(registry.context(name("t"), place(200)).plan().key().columns())
                .containsExactly("code");
        assertThat(registry.context(name("t"), null).plan().key().columns()).containsExactly("code");
        assertThat(registry.contextAt(name("t"), new SourcePosition("mysql-bin.000001", 150, 0, null, "s"))
                        .plan()
                        .key()
                        .columns())
                .containsExactly("id");
        assertThat(readings).isEqualTo(1);
    }

    @Test
    void aRowIsPlannedWithTheVersionThatItNamesThoughThereIsANewerOne() {
        topic.add(since(100, table("t", "#id int", "n varchar(20)")));
        topic.add(since(200, table("t", "#code varchar(20)", "n varchar(20)")));
        target.add(table("t", "#id int", "code varchar(20)", "n varchar(20)"));
        TableRegistry registry = registry();
        TestEvents events = new TestEvents();
        events.under(place(100));
        Insert older = events.insert(name("t"), row("id", 1L, "n", "a"));
        events.under(place(200));
        Insert newer = events.insert(name("t"), row("code", "x", "n", "a"));

        assertThat(registry.context(newer, newer.after()).plan().key().columns())
                .containsExactly("code");
        assertThat(registry.context(older, older.after()).plan().key().columns())
                .containsExactly("id");
    }

    @Test
    void aVersionThatIsNotKnownIsReadAndOneThatIsNotOnTheTopicIsUnknown() {
        topic.add(since(100, table("t", "#id int")));
        target.add(table("t", "#id int"));
        TableRegistry registry = registry();
        registry.context(name("t"), place(100));
        topic.add(since(200, table("t", "#id int", "a int")));

        assertThat(registry.context(name("t"), place(200)).plan().columns().missing())
                .containsOnlyKeys("a");
        assertThatThrownBy(() -> registry.context(name("t"), place(300))).isInstanceOf(UnknownTableException.class);
        assertThatThrownBy(() -> registry.context(name("t"), place(300))).isInstanceOf(UnknownTableException.class);
        assertThat(readings).isEqualTo(3);
    }

    @Test
    void theVersionsBeforeOneThatAnEventBringsAreReadFirst() {
        topic.add(since(90, table("p", "#id int")));
        topic.add(since(100, referring(table("c", "#id int", "p_id int"), "p_id", "p", "id")));
        topic.add(since(200, table("p", "#ident int")));
        target.add(numbered(table("p", "#ident int")));
        target.add(numbered(table("c", "#id int", "p_id int")));
        TableRegistry registry = registry();

        registry.define(new SourcePosition("mysql-bin.000001", 200, 0, null, null), List.of(topic.get(2)));

        assertThat(meaning(registry, place(100))).isInstanceOf(KeyMeaning.NewKey.class);
    }

    private static KeyMeaning meaning(TableRegistry registry, BinlogPosition version) {
        return registry.context(name("c"), version)
                .plan()
                .column("p_id")
                .orElseThrow()
                .meaning();
    }

    @Test
    void aReferenceToAKeyThatGotAnotherNameMeansThatKey() {
        topic.add(since(90, table("p", "#id int")));
        topic.add(since(100, referring(table("c", "#id int", "p_id int"), "p_id", "p", "id")));
        topic.add(since(200, table("p", "#ident int")));
        topic.add(since(300, referring(table("c", "#id int", "p_id int", "n int"), "p_id", "p", "id")));
        target.add(numbered(table("p", "#ident int")));
        target.add(numbered(table("c", "#id int", "p_id int", "n int")));
        TableRegistry registry = registry();

        KeyMeaning.NewKey key = (KeyMeaning.NewKey) meaning(registry, place(300));
        assertThat(key.space().keyColumn()).isEqualTo("ident");
        assertThat(key.space().source()).isEqualTo(name("p"));
        assertThat(meaning(registry, place(100))).isEqualTo(key);
    }

    @Test
    void aReferenceOutlivesItsConstraintAndDemandsNoParent() {
        TableDefinition child = referring(table("c", "#id int", "p_id int"), "p_id", "p", "id");
        topic.add(since(90, table("p", "#id int")));
        topic.add(since(100, child));
        topic.add(since(200, dropping(child)));
        target.add(numbered(table("p", "#id int")));
        target.add(numbered(table("c", "#id int", "p_id int")));
        TableRegistry registry = registry();

        assertThat(meaning(registry, place(200))).isInstanceOf(KeyMeaning.NewKey.class);
        assertThat(registry.context(name("c"), place(200)).plan().references().parents())
                .isEmpty();
        assertThat(registry.context(name("c"), place(100)).plan().references().parents())
                .containsExactly(new TablePlan.ParentKey(List.of("p_id"), name("p")));
    }

    @Test
    void aColumnThatIsGoneAtBothEndsIsLeftOutAndOneThatMayBeRenamedIsNot() {
        topic.add(since(100, table("t", "#id int", "a int", "b int", "c int")));
        topic.add(since(200, table("t", "#id int", "b int", "c int")));
        topic.add(since(300, table("t", "#id int", "bb int", "c int")));
        target.add(table("t", "#id int", "bb int"));
        TableRegistry registry = registry();

        TablePlan plan = registry.context(name("t"), place(100)).plan();

        assertThat(plan.columns().unwritten()).containsExactly("a");
        assertThat(plan.columns().missing()).containsOnlyKeys("b", "c");
        assertThat(plan.columns().missing().get("b"))
                .startsWith("a later statement of the source dropped it or gave it");
        assertThat(plan.columns().missing().get("c")).startsWith("add it");
    }

    @Test
    void anEventWithoutVersionHasTheNewestAndMayHaveFurtherColumns() {
        topic.add(table("t", "#id int"));
        target.add(table("t", "#id int", "a int"));
        TableRegistry registry = registry();

        TestEvents events = new TestEvents();
        assertThat(registry.context(events.insert(name("t"), row("id", 1L)), row("id", 1L, "a", 2L))
                        .plan()
                        .columns()
                        .written())
                .containsOnlyKeys("id", "a");
    }
}
