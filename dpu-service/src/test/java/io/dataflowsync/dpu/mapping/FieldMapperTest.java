package io.dataflowsync.dpu.mapping;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.config;
import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.references;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent.RowChange;
import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.TestEvents;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.MappedChange.ChangedRow;
import io.dataflowsync.dpu.mapping.MappedChange.GoneRow;
import io.dataflowsync.dpu.mapping.MappedChange.NewRow;
import io.dataflowsync.dpu.relationship.KeyNeeds;
import io.dataflowsync.dpu.relationship.KnownKeys;
import io.dataflowsync.dpu.relationship.Relationship;
import io.dataflowsync.pipeline.config.ColumnRule;
import io.dataflowsync.pipeline.config.Identity;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** New keys are the old ones with a nine in front: 7 becomes 97. */
class FieldMapperTest {
    private static final TableDefinition CUSTOMERS = referring(
            table("customers", "#id bigint", "name varchar(80)", "referrer_id bigint"),
            "referrer_id",
            "customers",
            "id");
    private static final TableDefinition ORDERS = referring(
            table("orders", "#id bigint", "customer_id bigint", "note text"), "customer_id", "customers", "id");
    private static final TableDefinition ORDER_ITEMS = referring(
            referring(
                    table("order_items", "#order_id bigint", "#product_id bigint", "quantity int"),
                    "order_id",
                    "orders",
                    "id"),
            "product_id",
            "products",
            "id");
    private static final TableDefinition PRODUCTS = table("products", "#id bigint", "title varchar(80)");
    private static final TableDefinition COMMENTS =
            table("comments", "#id bigint", "subject_type varchar(20)", "subject_id bigint");
    private static final TableDefinition EVENTS = table("events_without_key", "customer_id bigint", "what varchar(20)");

    private final TestEvents events = new TestEvents();

    @Test
    void aNewRowGetsItsNewKeyAndThatOfTheRowItRefersTo() {
        RowChange change = events.insert(name("orders"), row("id", 1L, "customer_id", 2L, "note", "x"));

        assertThat(map(config(Map.of()), change))
                .isEqualTo(new NewRow(row("id", 91L, "customer_id", 92L, "note", "x"), row("id", 91L), false, false));
    }

    @Test
    void aReferenceThatIsNullStaysNull() {
        RowChange change = events.insert(name("customers"), row("id", 1L, "name", "Ada", "referrer_id", null));

        assertThat(((NewRow) map(config(Map.of()), change)).values())
                .isEqualTo(row("id", 91L, "name", "Ada", "referrer_id", null));
    }

    @Test
    void aRowMayReferToItself() {
        RowChange change = events.insert(name("customers"), row("id", 1L, "name", "Ada", "referrer_id", 1L));

        assertThat(((NewRow) map(config(Map.of()), change)).values())
                .isEqualTo(row("id", 91L, "name", "Ada", "referrer_id", 91L));
    }

    @Test
    void aColumnThatWasTheKeyFirstKeepsItsNewValues() {
        TableDefinition rekeyed = table("customers", "id bigint", "#name varchar(80)", "referrer_id bigint")
                .keyedFirstBy(List.of("id"));
        TablePlan plan = plan(rekeyed);

        assertThat(plan.key().newKeys()).isEmpty();
        assertThat(plan.numbered().map(ColumnPlan::name)).contains("id");
        assertThat(plan.key().columns()).containsExactly("name");
    }

    @Test
    void aColumnThatWasPlainFirstStaysPlain() {
        TableDefinition rekeyed =
                table("customers", "#id bigint", "name varchar(80)").keyedFirstBy(List.of());
        TablePlan plan = plan(rekeyed);

        assertThat(plan.key().newKeys()).isEmpty();
        assertThat(plan.column("id").map(ColumnPlan::meaning)).contains(KeyMeaning.PLAIN);
    }

    private static TablePlan plan(TableDefinition source) {
        TableDefinition target = table("customers", "#id bigint", "name varchar(80)", "referrer_id bigint");
        return new TablePlanner(config(Map.of()), Tables.of(Map.of(source.name(), source), List.of(target)))
                .plan(source.name());
    }

    @Test
    void aCompositeKeyIsKeptWithTheReferencesInItRewritten() {
        RowChange change = events.update(
                name("order_items"),
                row("order_id", 1L, "product_id", 2L, "quantity", 3L),
                row("order_id", 1L, "product_id", 2L, "quantity", 4L));

        assertThat(map(config(Map.of()), change))
                .isEqualTo(new ChangedRow(row("quantity", 4L), row("order_id", 91L, "product_id", 92L), false));
    }

    @Test
    void aReferenceToACompositeKeyIsFollowedToItsEnd() {
        TableDefinition refunds =
                referring(table("refunds", "#id bigint", "order_id bigint"), "order_id", "order_items", "order_id");

        RowChange change = events.insert(name("refunds"), row("id", 5L, "order_id", 1L));

        assertThat(((NewRow) map(config(Map.of()), change, refunds)).values())
                .isEqualTo(row("id", 95L, "order_id", 91L));
    }

    @Test
    void aKeyThatIsAReferenceIsRewrittenAsOne() {
        TableDefinition profiles =
                referring(table("profiles", "#customer_id bigint", "bio text"), "customer_id", "customers", "id");

        RowChange change = events.delete(name("profiles"), row("customer_id", 7L, "bio", "x"));

        assertThat(map(config(Map.of()), change, profiles)).isEqualTo(new GoneRow(row("customer_id", 97L), false));
        assertThat(plan(config(Map.of()), "profiles", profiles).key().newKeys()).isEmpty();
    }

    @Test
    void anotherColumnTellsWhatAPolymorphicReferenceMeans() {
        PipelineConfig config = config(Map.of(
                "comments",
                references(Map.of(
                        "subject_id", new ReferenceRule.Polymorphic("subject_type", Map.of("Order", "orders"))))));

        assertThat(((NewRow) map(
                                config,
                                events.insert(
                                        name("comments"), row("id", 1L, "subject_type", "Order", "subject_id", 4L))))
                        .values())
                .isEqualTo(row("id", 91L, "subject_type", "Order", "subject_id", 94L));
        assertThat(((NewRow) map(
                                config,
                                events.insert(
                                        name("comments"), row("id", 1L, "subject_type", "None", "subject_id", 4L))))
                        .values())
                .isEqualTo(row("id", 91L, "subject_type", "None", "subject_id", 4L));
    }

    @Test
    void aPolymorphicReferenceChangesWithTheColumnThatTellsItsMeaning() {
        PipelineConfig config = config(Map.of(
                "comments",
                references(Map.of(
                        "subject_id",
                        new ReferenceRule.Polymorphic(
                                "subject_type", Map.of("Order", "orders", "Product", "products"))))));
        RowChange change = events.update(
                name("comments"),
                row("id", 1L, "subject_type", "Order", "subject_id", 4L),
                row("id", 1L, "subject_type", "Product", "subject_id", 4L));

        assertThat(((ChangedRow) map(config, change)).changed())
                .isEqualTo(row("subject_type", "Product", "subject_id", 94L));
    }

    @Test
    void aReferenceInTextIsReadAsANumberAndStaysWhereItIsNone() {
        PipelineConfig config =
                config(Map.of("orders", references(Map.of("note", new ReferenceRule.ToTable("products")))));

        assertThat(noteOf(config, "4")).isEqualTo("94");
        assertThat(noteOf(config, "04 ")).isEqualTo("94");
        assertThat(noteOf(config, "None")).isEqualTo("None");
        assertThat(noteOf(config, "")).isEqualTo("");
        assertThat(noteOf(config, "18446744073709551615")).isEqualTo("918446744073709551615");
        assertThat(noteOf(config, "18446744073709551616")).isEqualTo("18446744073709551616");
        assertThat(noteOf(config, "-9223372036854775809")).isEqualTo("-9223372036854775809");
    }

    private @Nullable Object noteOf(PipelineConfig config, String note) {
        RowChange change = events.insert(name("orders"), row("id", 1L, "customer_id", null, "note", note));
        return ((NewRow) map(config, change)).values().get("note");
    }

    @Test
    void aChangedKeyOfTheSourceChangesNothingOnTheTarget() {
        RowChange change =
                events.update(name("products"), row("id", 1L, "title", "Tea"), row("id", 2L, "title", "Tea"));

        assertThat(map(config(Map.of()), change)).isEqualTo(new ChangedRow(row(), row("id", 91L), false));
    }

    @Test
    void aRowWithoutAKeyIsFoundByAllItsValues() {
        PipelineConfig config = config(Map.of(
                "events_without_key", references(Map.of("customer_id", new ReferenceRule.ToTable("customers")))));
        RowChange change = events.delete(name("events_without_key"), row("customer_id", 3L, "what", null));

        assertThat(map(config, change)).isEqualTo(new GoneRow(row("customer_id", 93L, "what", null), true));
    }

    @Test
    void aDeclaredKeyFindsARowWithoutAPrimaryOne() {
        TableConfig declared = TestTables.keyed("what");
        RowChange change = events.delete(name("events_without_key"), row("customer_id", 3L, "what", "login"));

        assertThat(map(config(Map.of("events_without_key", declared)), change))
                .isEqualTo(new GoneRow(row("what", "login"), false));
    }

    @Test
    void columnsAreRenamedReplacedFixedAndDropped() {
        TableDefinition people = table(
                "people", "#id bigint", "given varchar(9)", "tier char(1)", "note text", "secret text", "age int");
        Map<String, ColumnRule> rules = new HashMap<>();
        rules.put("name", rule(false, "given", "full_name", Map.of(), Optional.empty(), Optional.empty()));
        rules.put("tier", rule(false, null, null, Map.of("A", "gold"), Optional.empty(), Optional.empty()));
        rules.put("note", rule(false, null, null, Map.of(), Optional.empty(), Optional.of("none")));
        rules.put("secret", rule(true, null, null, Map.of(), Optional.empty(), Optional.empty()));
        rules.put("age", rule(false, null, null, Map.of(), Optional.of(Optional.empty()), Optional.empty()));
        rules.put("origin", rule(false, null, null, Map.of(), Optional.of(Optional.of("shop")), Optional.empty()));
        PipelineConfig config =
                config(Map.of("people", TestTables.columns(TableConfig.OnTarget.named("persons"), rules)));
        TableDefinition persons = table(
                "persons",
                "#id bigint",
                "full_name text",
                "tier text",
                "note text",
                "secret text",
                "age int",
                "origin text");
        RowChange change = events.insert(
                name("people"), row("id", 1L, "given", "Ada", "tier", "A", "note", null, "secret", "s", "age", 36L));

        NewRow mapped = (NewRow) map(config, change, people, persons);

        assertThat(mapped.values())
                .isEqualTo(row(
                        "id", 91L, "full_name", "Ada", "tier", "gold", "note", "none", "age", null, "origin", "shop"));
    }

    @Test
    void whatDiffersOnlyInTheSourceIsNoChange() {
        ColumnRule both = rule(false, null, null, Map.of("A", "x", "B", "x"), Optional.empty(), Optional.empty());
        PipelineConfig config = config(Map.of("products", TestTables.columns(Map.of("title", both))));
        RowChange change = events.update(name("products"), row("id", 1L, "title", "A"), row("id", 1L, "title", "B"));

        assertThat(map(config, change)).isEqualTo(new ChangedRow(row(), row("id", 91L), false));
    }

    @Test
    void aKeyMayBeKeptOrMovedByANumber() {
        RowChange change = events.insert(name("products"), row("id", 1L, "title", "Tea"));

        assertThat(((NewRow) map(identity(new Identity.Keep()), change)).values())
                .isEqualTo(row("id", 1L, "title", "Tea"));
        assertThat(((NewRow) map(identity(new Identity.Offset(1_000)), change)).values())
                .isEqualTo(row("id", 1_001L, "title", "Tea"));
    }

    @Test
    void aReferenceToATableThatIsNotCapturedFollowsThePolicy() {
        TableDefinition visits = referring(table("visits", "#id bigint", "site_id bigint"), "site_id", "sites", "id");
        Map<String, TableConfig> skip = Map.of("sites", TableConfig.SKIPPED);
        RowChange change = events.insert(name("visits"), row("id", 1L, "site_id", 5L));

        assertThat(((NewRow) map(config(skip, UncapturedReference.KEEP), change, visits)).values())
                .isEqualTo(row("id", 91L, "site_id", 5L));
        assertThat(((NewRow) map(config(skip, UncapturedReference.NULL), change, visits)).values())
                .isEqualTo(row("id", 91L, "site_id", null));
        assertThatThrownBy(() -> map(config(skip, UncapturedReference.DEAD_LETTER), change, visits))
                .isInstanceOf(MappingException.class)
                .hasMessage("column site_id refers to 5 of shop.sites, which is not captured");
    }

    @Test
    void aColumnThatTheTargetLacksIsNamed() {
        TableDefinition wide = table("products", "#id bigint", "title varchar(80)", "weight int");
        RowChange change = events.insert(name("products"), row("id", 1L, "title", "Tea", "weight", 5L));

        assertThatThrownBy(() -> mapper(config(Map.of()), "products", List.of(wide), List.of(PRODUCTS))
                        .map(change, new KnownKeys()))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the target's table shop.products has no column for shop.products.weight");
    }

    @Test
    void aColumnThatTheTargetGeneratesIsNotWritten() {
        TableDefinition source = table("totals", "#id bigint", "net int", "gross int");
        TableDefinition target = table("totals", "#id bigint", "net int", "gross int generated");
        RowChange change = events.insert(name("totals"), row("id", 1L, "net", 5L, "gross", 6L));
        FieldMapper mapper = mapper(config(Map.of()), "totals", List.of(source), List.of(target));

        assertThat(((NewRow) mapper.map(change, nines(mapper, change))).values())
                .isEqualTo(row("id", 91L, "net", 5L));
    }

    @Test
    void aPartialUpdateChangesWhatItWroteAndToNullTooWhateverWasThereBefore() {
        RowChange change =
                events.partial().update(name("orders"), row("id", 1L), row("id", 1L, "customer_id", 2L, "note", null));

        assertThat(map(config(Map.of()), change))
                .isEqualTo(new ChangedRow(row("customer_id", 92L, "note", null), row("id", 91L), false));
    }

    @Test
    void aPartialUpdateWritesWhatStandsForNullWhereTheValueBeforeIsNotKnown() {
        ColumnRule rule = rule(false, null, null, Map.of(), Optional.empty(), Optional.of("none"));
        PipelineConfig config = config(Map.of("orders", TestTables.columns(Map.of("note", rule))));
        RowChange change = events.partial().update(name("orders"), row("id", 1L), row("id", 1L, "note", null));

        assertThat(((ChangedRow) map(config, change)).changed()).isEqualTo(row("note", "none"));
    }

    @Test
    void aPartialDeleteIsFoundByItsKey() {
        RowChange change = events.partial().delete(name("orders"), row("id", 1L));

        assertThat(map(config(Map.of()), change)).isEqualTo(new GoneRow(row("id", 91L), false));
    }

    @Test
    void aPartialChangeOfATableWithoutAKeyIsRefusedAndNamesWhatItLacks() {
        RowChange change = events.partial().delete(name("events_without_key"), row("what", "x"));

        assertRefused(
                config(Map.of()),
                change,
                "shop.events_without_key: its rows are identified by all their columns, and the event lacks customer_id");
    }

    @Test
    void aPartialChangeThatLacksPartOfTheKeyIsRefused() {
        RowChange change = events.partial().delete(name("order_items"), row("order_id", 1L));

        assertRefused(
                config(Map.of()),
                change,
                "shop.order_items: its rows are identified by order_id, product_id, and the event lacks product_id");
    }

    @Test
    void aReferenceAndTheColumnThatTellsItsTableComeTogetherOrTheChangeIsRefused() {
        PipelineConfig config = config(Map.of(
                "comments",
                references(Map.of(
                        "subject_id", new ReferenceRule.Polymorphic("subject_type", Map.of("Order", "orders"))))));
        String text = "shop.comments: subject_type says what subject_id refers to, and the event lacks ";

        events.partial();
        assertRefused(
                config,
                events.update(name("comments"), row("id", 1L), row("id", 1L, "subject_id", 2L)),
                text + "subject_type");
        assertRefused(
                config,
                events.update(name("comments"), row("id", 1L), row("id", 1L, "subject_type", "Order")),
                text + "subject_id");
        RowChange both = events.update(
                name("comments"), row("id", 1L), row("id", 1L, "subject_type", "Order", "subject_id", 2L));
        assertThat(((ChangedRow) map(config, both)).changed())
                .isEqualTo(row("subject_type", "Order", "subject_id", 92L));
    }

    @Test
    void aPartialUpdateThatLacksWhatTheSourceComputesIsRefusedWhereTheTargetDoesNot() {
        TableDefinition source = table("totals", "#id bigint", "net int", "gross int generated");
        RowChange change = events.partial().update(name("totals"), row("id", 1L), row("id", 1L, "net", 5L));
        FieldMapper plain = mapper(
                config(Map.of()),
                "totals",
                List.of(source),
                List.of(table("totals", "#id bigint", "net int", "gross int")));
        FieldMapper alike = mapper(config(Map.of()), "totals", List.of(source), List.of(source));

        assertThatThrownBy(() -> plain.seen(change))
                .isInstanceOf(MappingException.class)
                .hasMessage("shop.totals: the source computes gross, and the event lacks gross");
        assertThat(alike.seen(change)).contains(change);
    }

    @Test
    void aPartialUpdateThatLacksAColumnOfTheTargetsClockIsRefused() {
        TableDefinition target = new TableDefinition(
                name("notes"),
                List.of(
                        new ColumnDefinition("id", "bigint", false, false, false, true),
                        new ColumnDefinition("note", "text", true, false, false, true),
                        new ColumnDefinition("at", "timestamp", true, false, false, true, "", true)),
                List.of("id"),
                List.of(),
                List.of());
        FieldMapper mapper = mapper(
                config(Map.of()),
                "notes",
                List.of(table("notes", "#id bigint", "note text", "at timestamp")),
                List.of(target));
        events.partial();
        RowChange lacking = events.update(name("notes"), row("id", 1L), row("id", 1L, "note", "x"));
        RowChange telling = events.update(name("notes"), row("id", 1L), row("id", 1L, "note", "x", "at", "2001-01-01"));

        assertThatThrownBy(() -> mapper.seen(lacking))
                .isInstanceOf(MappingException.class)
                .hasMessage("shop.notes: the target's clock must not write at, and the event lacks at");
        assertThat(mapper.seen(telling)).contains(telling);
    }

    private static void assertRefused(PipelineConfig config, RowChange change, String text) {
        FieldMapper mapper = mapper(config, change.table().table(), all(), all());
        assertThatThrownBy(() -> mapper.seen(change))
                .isInstanceOfSatisfying(MappingException.class, refused -> assertThat(refused.code())
                        .isEqualTo(ErrorCode.IMAGE_INCOMPLETE))
                .hasMessage(text);
    }

    @Test
    void aSnapshotRowThatIsKnownToBeThereSaysSo() {
        RowChange change = events.snapshot("s1", name("products"), row("id", 1L, "title", "Tea"));
        TablePlan plan = plan(config(Map.of()), "products");
        KnownKeys keys = new KnownKeys()
                .add(plan.key().newKeys().orElseThrow(), "1", new Relationship("91", Relationship.State.APPLIED));

        assertThat(new FieldMapper(plan).map(change, keys))
                .isEqualTo(new NewRow(row("id", 91L, "title", "Tea"), row("id", 91L), true, true));
    }

    @Test
    void theTableItRefersToMustBeKnown() {
        TableDefinition lonely = referring(table("lonely", "#id bigint", "x_id bigint"), "x_id", "xs", "id");

        assertThatThrownBy(() -> plan(config(Map.of()), "lonely", lonely))
                .isInstanceOf(UnknownTableException.class)
                .hasMessage("the topic of the table definitions has no definition of shop.xs");
    }

    private static ColumnRule rule(
            boolean drop,
            @Nullable String as,
            @Nullable String target,
            Map<String, String> map,
            Optional<Optional<String>> constant,
            Optional<String> whenNull) {
        return new ColumnRule(
                new ColumnRule.OnTopic(drop, Optional.empty(), Optional.ofNullable(as)),
                Optional.ofNullable(target),
                true,
                ColumnRule.Values.of(map, constant.map(ColumnRule.Constant::new), whenNull));
    }

    private static PipelineConfig identity(Identity identity) {
        return config(Map.of("products", TestTables.identified(identity)));
    }

    private static MappedChange map(PipelineConfig config, RowChange change, TableDefinition... more) {
        List<TableDefinition> tables = all(more);
        FieldMapper mapper = mapper(config, change.table().table(), tables, tables);
        return mapper.map(change, nines(mapper, change));
    }

    private static KnownKeys nines(FieldMapper mapper, RowChange change) {
        KeyNeeds needs = new KeyNeeds();
        mapper.addNeeds(change, needs);
        KnownKeys keys = new KnownKeys();
        needs.bySpace()
                .forEach((space, old) -> old.forEach(
                        key -> keys.add(space, key, new Relationship("9" + key, Relationship.State.RESERVED))));
        return keys;
    }

    private static TablePlan plan(PipelineConfig config, String table, TableDefinition... more) {
        return plan(config, table, all(more), all(more));
    }

    private static FieldMapper mapper(
            PipelineConfig config, String table, List<TableDefinition> source, List<TableDefinition> target) {
        return new FieldMapper(plan(config, table, source, target));
    }

    private static TablePlan plan(
            PipelineConfig config, String table, List<TableDefinition> source, List<TableDefinition> target) {
        Map<TableName, TableDefinition> byName =
                source.stream().collect(Collectors.toMap(TableDefinition::name, Function.identity()));
        return new TablePlanner(config, Tables.of(byName, target)).plan(name(table));
    }

    private static List<TableDefinition> all(TableDefinition... more) {
        List<TableDefinition> all =
                new ArrayList<>(List.of(CUSTOMERS, ORDERS, ORDER_ITEMS, PRODUCTS, COMMENTS, EVENTS));
        all.addAll(Arrays.asList(more));
        return all;
    }
}
