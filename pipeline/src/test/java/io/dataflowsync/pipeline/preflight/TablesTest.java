package io.dataflowsync.pipeline.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineFile;
import io.dataflowsync.pipeline.config.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file's tables, from line 5, against those of both ends. */
class TablesTest {
    private static final ColumnDefinition ID = new ColumnDefinition("id", "int(11)", false, false, true, true);
    private static final ColumnDefinition NAME = new ColumnDefinition("name", "text", true, false, false, true);
    private static final ColumnDefinition SUM = new ColumnDefinition("sum", "int(11)", true, true, false, true);
    private static final ColumnDefinition NEEDED = new ColumnDefinition("region", "int", false, false, false, false);
    private static final TableDefinition USERS = table("users", List.of(ID, NAME), List.of());
    private static final TableDefinition SEATS = new TableDefinition(
            new TableName("shop", "seats"),
            List.of(new ColumnDefinition("row", "int", false, false, false, false), plain("seat"), plain("user_id")),
            List.of("row", "seat"),
            List.of(),
            List.of(new ForeignKey("fk", List.of("user_id"), new TableName("shop", "users"), List.of("id"))));
    private static final TableDefinition PROFILES = table(
            "profiles",
            List.of(plain("user_id")),
            List.of(new ForeignKey("fk", List.of("user_id"), new TableName("shop", "users"), List.of("id"))));

    private final Path directory;

    TablesTest(@TempDir Path directory) {
        this.directory = directory;
    }

    private static TableDefinition table(String name, List<ColumnDefinition> columns, List<ForeignKey> keys) {
        return new TableDefinition(
                new TableName("shop", name), columns, List.of(columns.get(0).name()), List.of(), keys);
    }

    private static ColumnDefinition plain(String name) {
        return new ColumnDefinition(name, "int", false, false, false, false);
    }

    private PipelineConfig config(String tables) {
        Path file = directory.resolve("p.yaml");
        try {
            Files.writeString(
                    file,
                    "dfs:\n  project: shop\n  source: { host: a, user: u, password: p, schemas: [shop] }\n  tables:\n"
                            + tables.indent(4));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PipelineFile.read(file, Map.of());
    }

    private List<String> ofSource(String tables, TableDefinition... source) {
        PipelineConfig config = config(tables);
        Findings findings = new Findings(config.places());
        new SourceTables(new Captured(config, List.of(source)), findings).check();
        return findings.problems().stream().map(Problem::toString).toList();
    }

    private List<String> ofTarget(String tables, List<TableDefinition> source, TableDefinition... target) {
        PipelineConfig config = config(tables);
        Findings findings = new Findings(config.places());
        new TargetTablesCheck(new Captured(config, source), List.of(target), findings).check();
        return findings.problems().stream().map(Problem::toString).toList();
    }

    @Test
    void aTypeThatDoesNotHoldTheValuesOfTheSourceIsNamed() {
        TableDefinition source = table("goods", List.of(ID, typed("price", "decimal(10,4)")), List.of());
        TableDefinition target = table("goods", List.of(ID, typed("price", "decimal(10,2)")), List.of());

        assertThat(warnings("goods: {}", source, target))
                .containsExactly("p.yaml:5 dfs.tables.goods.columns.price: the target's column 'goods.price' is"
                        + " decimal(10,2), the source's is decimal(10,4): rows with values that it does not hold exactly"
                        + " will be dead letters; give the target's column a type that holds them all, or write a"
                        + " convert: or an expression:");
        assertThat(warnings("goods: {}", target, source)).isEmpty();
        assertThat(warnings("goods: { columns: { price: { expression: 'round(price, 2)' } } }", source, target))
                .isEmpty();
    }

    private static ColumnDefinition typed(String name, String type) {
        return new ColumnDefinition(name, type, true, false, false, true);
    }

    private List<String> warnings(String tables, TableDefinition source, TableDefinition target) {
        PipelineConfig config = config(tables);
        Findings findings = new Findings(config.places());
        new TargetTablesCheck(new Captured(config, List.of(source)), List.of(target), findings).check();
        return findings.warnings().stream().map(Problem::toString).toList();
    }

    @Test
    void aTableOfTheSameNamesNeedsNoSetting() {
        assertThat(ofSource("users: {}", USERS)).isEmpty();
        assertThat(ofTarget("users: {}", List.of(USERS), USERS)).isEmpty();
    }

    @Test
    void everyColumnThatTheFileNamesIsLookedFor() {
        assertThat(ofSource("""
                        users:
                          key: [mail]
                          columns: { ID: id, nmae: full_name }
                          references: { boss: users, about: { by: kind, tables: { U: users, P: posts } } }
                        """, USERS))
                .containsExactlyInAnyOrder(
                        "p.yaml:6 dfs.tables.users.key: the source's table 'users' has no column 'mail';"
                                + " write the name of a column of it",
                        "p.yaml:7 dfs.tables.users.columns.nmae: the source's table 'users' has no column 'nmae';"
                                + " did you mean 'name'?",
                        "p.yaml:8 dfs.tables.users.references.boss: the source's table 'users' has no column 'boss';"
                                + " write the name of a column of it",
                        "p.yaml:8 dfs.tables.users.references.about: the source's table 'users' has no column 'about';"
                                + " write the name of a column of it",
                        "p.yaml:8 dfs.tables.users.references.about.by: the source's table 'users' has no column 'kind';"
                                + " write the name of a column of it",
                        "p.yaml:8 dfs.tables.users.references.about.tables.P: the source has no table 'posts' to refer to;"
                                + " write the name of a table");
    }

    @Test
    void newKeysAreForOneIntegerColumn() {
        assertThat(ofSource("seats: { identity: allocate }", SEATS, USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.seats.identity: allocate for a table whose primary key is not one"
                                + " integer column; leave identity out: such keys are kept, and the references in them rewritten");
        assertThat(ofSource("seats: { identity: keep }", SEATS, USERS)).isEmpty();
    }

    @Test
    void aReferenceMayNameAnotherSchemasTable() {
        assertThat(ofSource("users: { references: { id: shop.seats } }", SEATS, USERS))
                .isEmpty();
        assertThat(ofSource("users: { references: { id: crm.seats } }", SEATS, USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.references.id: the source has no table 'crm.seats' to refer to;"
                                + " write the name of a table");
    }

    @Test
    void aReferenceHasNoDecimals() {
        TableDefinition fees = table(
                "fees",
                List.of(ID, new ColumnDefinition("payer", "decimal(12,2)", true, false, false, true)),
                List.of());
        assertThat(ofSource("fees: { references: { payer: users } }", fees, USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.fees.references.payer: a reference in a column of decimal(12,2): a key has"
                                + " no decimals; make it an integer column in the source, or leave the reference out and"
                                + " keep the old key");
    }

    @Test
    void aDroppedOrComputedColumnNeedsNoColumnOfTheTarget() {
        assertThat(ofTarget(
                        "users: { columns: { name: { drop: true } } }",
                        List.of(USERS),
                        table("users", List.of(ID, SUM), List.of())))
                .isEmpty();
    }

    @Test
    void aColumnThatOnlyTheTargetHasMayBeAConstant() {
        TableDefinition target = table("users", List.of(ID, NAME, NEEDED), List.of());
        assertThat(ofTarget("users: { columns: { region: { constant: 5 } } }", List.of(USERS), target))
                .isEmpty();
        assertThat(ofTarget("users: {}", List.of(USERS), target))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.columns.region: the target's column 'users.region' takes no NULL,"
                                + " has no default, and nothing fills it; give it a default there, or write region: { constant: value }");
        assertThat(ofTarget("users: { columns: { origin: { constant: 5 } } }", List.of(USERS), USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.columns.origin: the target has no column 'users.origin'; add it"
                                + " there, or leave this out");
    }

    @Test
    void aKeyThatIsAReferenceNeedsNoCounter() {
        assertThat(ofTarget("users: {}", List.of(USERS, PROFILES), USERS, PROFILES))
                .isEmpty();
    }

    @Test
    void aTableThatIsSkippedNeedsNoTarget() {
        assertThat(ofTarget("seats: { skip: true }", List.of(USERS, SEATS), USERS))
                .isEmpty();
        assertThat(ofTarget("users: {}", List.of(USERS, SEATS), USERS))
                .containsExactly("p.yaml:4 dfs.tables.seats.target: the target has no table 'seats'; create it, write"
                        + " target: and the name of another, or skip: true");
    }

    @Test
    void anExpressionReadsWhatIsOnTheTopic() {
        assertThat(ofSource("users: { filter: \"nmae == 'x'\" }", USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.filter: reads the column 'nmae', which the topic does not have;"
                                + " did you mean 'name'?");
        assertThat(ofSource("users: { columns: { name: { drop: true }, label: { expression: upper(name) } } }", USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.columns.label.expression: reads the column 'name', which the"
                                + " topic does not have; name one that is there, and not dropped");
        assertThat(ofSource("users: { columns: { name: { as: n } }, filter: \"n == 'x'\" }", USERS))
                .isEmpty();
        assertThat(ofSource("users: { include: [id, nmae] }", USERS))
                .containsExactly("p.yaml:5 dfs.tables.users.include: the source's table 'users' has no column 'nmae';"
                        + " did you mean 'name'?");
    }

    @Test
    void aKeyIsNotMadeOfSomethingElse() {
        assertThat(ofSource("users: { columns: { id: { expression: id + 1 } } }", USERS))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.columns.id: a column of the primary key that becomes another"
                                + " value; take the rule away");
    }

    @Test
    void eachTargetOfATableIsLookedAt() {
        String targets =
                "users: { targets: [{ target: users, include: [id] }, { target: names, columns: { id: key } }] }";
        TableDefinition names = table("names", List.of(plain("key"), NAME), List.of());
        TableDefinition users = table("users", List.of(ID), List.of());
        assertThat(ofTarget(targets, List.of(USERS), users, names)).isEmpty();
        assertThat(ofTarget(targets, List.of(USERS), users))
                .containsExactly(
                        "p.yaml:5 dfs.tables.users.targets[1].target: the target has no table 'names'; create it,"
                                + " write target: and the name of another, or skip: true");
    }
}
