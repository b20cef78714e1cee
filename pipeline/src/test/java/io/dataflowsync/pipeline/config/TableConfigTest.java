package io.dataflowsync.pipeline.config;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.config.ColumnRule.Constant;
import io.dataflowsync.pipeline.config.ColumnRule.Mask;
import io.dataflowsync.pipeline.config.ReferenceRule.OddKey;
import io.dataflowsync.pipeline.expression.Expression;
import io.dataflowsync.pipeline.json.JsonPath;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableConfigTest {
    private final Path directory;

    TableConfigTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private TableConfig table(String settings) {
        String text = PipelineText.LEAST + "  tables:\n    customers:\n" + settings.indent(6);
        return PipelineText.read(directory, text, Map.of()).table("customers");
    }

    private ColumnRule column(String rule) {
        return table("columns: { name: " + rule + " }").column("name");
    }

    @Test
    void theTablesOfDataFlowSyncAreSkippedWhateverTheirCase() {
        PipelineConfig config = PipelineText.read(directory, PipelineText.LEAST, Map.of());
        assertThat(List.of("dfs_checkpoint", "dfs_schema_change", "dfs_topic", "DFS_Replayed"))
                .allMatch(name -> config.table(name).skip());
        assertThat(config.table("dfs_checkpoints").skip()).isFalse();
    }

    @Test
    void aTableThatIsNotNamedHasTheDefaults() {
        PipelineConfig config = PipelineText.read(directory, PipelineText.LEAST, Map.of());
        assertThat(config.table("orders")).isEqualTo(TableConfig.DEFAULT);
    }

    @Test
    void aTableWithoutSettingsHasTheDefaults() {
        assertThat(table("")).isEqualTo(TableConfig.DEFAULT);
        assertThat(table("{}")).isEqualTo(TableConfig.DEFAULT);
        assertThat(column("{}")).isEqualTo(ColumnRule.UNCHANGED);
        assertThat(table("").column("name")).isEqualTo(ColumnRule.UNCHANGED);
    }

    @Test
    void everySettingOfATableIsRead() {
        TableConfig table = table("""
                skip: false
                target: clients
                identity: keep
                key: [email, region]
                columns: { name: full_name }
                references:
                  boss_id: customers
                  subject_id: { by: subject_type, tables: { Post: posts, "": users } }
                """);
        assertThat(table)
                .isEqualTo(new TableConfig(
                        false,
                        TableConfig.OnTarget.named("clients"),
                        new TableConfig.Keys(Optional.of(new Identity.Keep()), List.of("email", "region"), List.of()),
                        TableConfig.Columns.of(Map.of("name", ColumnRule.renamed("full_name"))),
                        Map.of(
                                "boss_id",
                                new ReferenceRule.ToTable("customers"),
                                "subject_id",
                                new ReferenceRule.Polymorphic("subject_type", Map.of("Post", "posts", "", "users"))),
                        Optional.empty(),
                        List.of()));
    }

    @Test
    void aReferenceSaysWhatAZeroIsAndWhatIsBelow() {
        assertThat(table("""
                references:
                  boss_id: { table: customers, zero: none }
                  friend_id: { table: customers, zero: row, negative: row }
                  other_id: { table: customers }
                  subject_id: { by: subject_type, tables: { Post: posts }, zero: none, negative: none }
                  doc: [{ path: "$.a", table: users, negative: none }, { path: "$.b", table: posts, negative: none }]
                """).references())
                .isEqualTo(Map.of(
                        "boss_id",
                        new ReferenceRule.ToTable("customers", OddKey.NONE, OddKey.UNSAID),
                        "friend_id",
                        new ReferenceRule.ToTable("customers", OddKey.ROW, OddKey.ROW),
                        "other_id",
                        new ReferenceRule.ToTable("customers"),
                        "subject_id",
                        new ReferenceRule.Polymorphic(
                                "subject_type", Map.of("Post", "posts"), OddKey.NONE, OddKey.NONE),
                        "doc",
                        new ReferenceRule.InJson(
                                List.of(
                                        new ReferenceRule.InJson.Place(JsonPath.of("$.a"), "users"),
                                        new ReferenceRule.InJson.Place(JsonPath.of("$.b"), "posts")),
                                OddKey.UNSAID,
                                OddKey.NONE)));
    }

    @Test
    void aTableMayBeSkippedOrNumberedInAWayOfItsOwn() {
        assertThat(table("skip: true").skip()).isTrue();
        assertThat(table("identity: { offset: 1000000 }").keys().identity()).contains(new Identity.Offset(1_000_000));
        assertThat(table("identity: allocate").keys().identity()).contains(new Identity.Allocate());
    }

    @Test
    void everySettingOfAColumnIsRead() {
        assertThat(column(
                        "{ mask: hash, as: n, target: full_name, map: { A: gold, '': none, no: 'yes' }, default: '' }"))
                .isEqualTo(new ColumnRule(
                        new ColumnRule.OnTopic(false, Optional.of(new Mask.Hash()), Optional.of("n")),
                        Optional.of("full_name"),
                        true,
                        ColumnRule.Values.of(
                                Map.of("A", "gold", "", "none", "no", "yes"), Optional.empty(), Optional.of(""))));
        assertThat(column("{ drop: true }").onTopic().drop()).isTrue();
        assertThat(column("{ mask: redact }").onTopic().mask()).contains(new Mask.Redact());
        assertThat(column("{ mask: { truncate: 4 } }").onTopic().mask()).contains(new Mask.Truncate(4));
        assertThat(column("full_name")).isEqualTo(ColumnRule.renamed("full_name"));
    }

    @Test
    void aConstantIsTextOrNull() {
        assertThat(column("{ constant: 1.50 }").values().constant()).contains(new Constant(Optional.of("1.50")));
        assertThat(column("{ constant: '' }").values().constant()).contains(new Constant(Optional.of("")));
        assertThat(column("{ constant: 'null' }").values().constant()).contains(new Constant(Optional.of("null")));
        assertThat(column("{ constant: null }").values().constant()).contains(new Constant(Optional.empty()));
        assertThat(column("{ constant: }").values().constant()).contains(new Constant(Optional.empty()));
    }

    @Test
    void theNameOnTheTopicIsNotThatOnTheTarget() {
        assertThat(column("{ as: x }").wireName("name")).isEqualTo("x");
        assertThat(column("{ as: x }").targetName("name")).isEqualTo("name");
        assertThat(column("{ as: x, target: y }").targetName("name")).isEqualTo("y");
        assertThat(column("y").wireName("name")).isEqualTo("name");
        assertThat(column("y").targetName("name")).isEqualTo("y");
    }

    @Test
    void aTableMayGoToSeveralTargets() {
        TableConfig table = table("""
                columns: { mail: { mask: redact }, name: full_name }
                filter: "id > 1"
                targets:
                  - { target: a, include: [name], columns: { id: key_of_a } }
                  - { target: b, exclude: [name], filter: "id > 2", columns: { mail: address } }
                """);
        assertThat(table.targets()).hasSize(2);
        TableConfig a = table.targets().get(0);
        TableConfig b = table.targets().get(1);
        assertThat(a.target().name()).contains("a");
        assertThat(a.target().filter()).contains(Expression.of("id > 1"));
        assertThat(a.column("id").targetName("id")).isEqualTo("key_of_a");
        assertThat(a.column("name").write()).isTrue();
        assertThat(a.column("mail").write()).isFalse();
        assertThat(b.target().filter()).contains(Expression.of("id > 2"));
        assertThat(b.column("name").write()).isFalse();
        assertThat(b.column("mail").targetName("mail")).isEqualTo("address");
        assertThat(b.column("mail").onTopic().mask()).contains(new Mask.Redact());
    }

    @Test
    void onlyWhatIsIncludedLeaves() {
        TableConfig table = table("include: [id, name]");
        assertThat(table.column("id").onTopic().drop()).isFalse();
        assertThat(table.column("ssn").onTopic().drop()).isTrue();
        assertThat(table("exclude: [ssn]").column("ssn").onTopic().drop()).isTrue();
    }

    @Test
    void whatBecomesOfValuesIsRead() {
        ColumnRule rule = column("{ zero-dates: null, convert: { date: dd.MM.yyyy }, map: { a: b }, otherwise: null }");
        assertThat(rule.values().zeroDates()).isEqualTo(new ZeroDates.Null());
        assertThat(rule.values().convert()).contains(new Conversion(Conversion.Kind.DATE, Optional.of("dd.MM.yyyy")));
        assertThat(rule.values().otherwise()).contains(new Constant(Optional.empty()));
        assertThat(column("{ zero-dates: '1970-01-01' }").values().zeroDates())
                .isEqualTo(new ZeroDates.Fixed("1970-01-01"));
        assertThat(column("{ convert: epoch-millis }").values().convert())
                .contains(new Conversion(Conversion.Kind.EPOCH_MILLIS, Optional.empty()));
        assertThat(column("{ expression: 'a + 1' }").values().expression()).contains(Expression.of("a + 1"));
        assertThat(column("{ write: false }").write()).isFalse();
        assertThat(column("{ mask: { hash: pepper } }").onTopic().mask())
                .contains(new Mask.Hash(Optional.of(new Secret("pepper"))));
    }
}
