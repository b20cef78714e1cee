package io.dataflowsync.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ColumnDefinition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.pipeline.config.PipelineConfig;
import io.dataflowsync.pipeline.config.PipelineConfig.UncapturedReference;
import io.dataflowsync.pipeline.config.PipelineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectedRowTest {
    private static final TableName NAME = new TableName("shop", "t");
    private final ComputedFrom computed = new ComputedFrom();
    private final Path folder;

    ExpectedRowTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static ColumnDefinition plain(String name, String type) {
        return new ColumnDefinition(name, type, true, false, false, true);
    }

    private static ColumnDefinition generated(String name, String type) {
        return new ColumnDefinition(name, type, true, true, false, true);
    }

    private static TableDefinition table(ColumnDefinition... columns) {
        return new TableDefinition(NAME, Arrays.asList(columns), List.of("id"), List.of(), List.of());
    }

    /** @param rules lines of the pipeline file for the table's columns */
    private ExpectedRow row(TableDefinition source, TableDefinition target, String rules) throws IOException {
        String text = """
                dfs:
                  project: shop
                  source: { host: h, user: u, password: p, schemas: [shop] }
                  target: { host: h, user: u, password: p, schema: shop }
                  tables: { t: { columns: { %s } } }
                """.formatted(rules);
        PipelineConfig config = PipelineFile.read(Files.writeString(folder.resolve("shop.yaml"), text), Map.of());
        KeyMap map = new KeyMap(config);
        ForeignKeys foreignKeys = new ForeignKeys(List.of(source));
        KeyRewriter keys = new KeyRewriter(
                new KeyOrigins(config, Map.of(NAME, source), foreignKeys, map),
                map,
                new SourceKeys(),
                UncapturedReference.KEEP);
        return new ExpectedRow(source, target, config.table("t"), keys, computed);
    }

    private static Map<String, @Nullable String> values(String... namesAndValues) {
        Map<String, @Nullable String> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }

    @Test
    void whatIsComputedIsComparedUnlessItIsMadeOfOtherValues() throws IOException {
        TableDefinition table = table(
                plain("id", "int"),
                plain("a", "int"),
                plain("b", "int"),
                generated("twice", "int"),
                generated("more", "int"),
                generated("label", "varchar(9)"),
                generated("longer", "varchar(9)"),
                generated("sum", "int"));
        computed.add(NAME, "twice", "(`a` * 2)");
        computed.add(NAME, "more", "(`twice` + 1)");
        computed.add(NAME, "label", "concat('k',`ID`)");
        computed.add(NAME, "longer", "concat(`label`,'!')");
        computed.add(NAME, "sum", "(`a` + `b`)");
        ExpectedRow row = row(table, table, "b: { map: { '1': '2' } }");

        assertThat(row.uncompared())
                .isEqualTo(Map.of(
                        "label", "computed from id, which gets new values",
                        "longer", "computed from id, which gets new values",
                        "sum", "computed from b, of which the pipeline file makes other values"));
        assertThat(row.written()).containsExactly("id", "a", "b");
        assertThat(row.of(values("a", "3", "b", "1", "twice", "6", "more", "7", "sum", "4")))
                .containsOnlyKeys("id", "a", "b", "twice", "more")
                .containsEntry("b", "2")
                .containsEntry("twice", "6")
                .containsEntry("more", "7");
    }

    @Test
    void whatIsAPlainColumnOnTheTargetHasTheValueOfTheSource() throws IOException {
        TableDefinition source = table(plain("id", "int"), plain("a", "int"), generated("label", "varchar(9)"));
        TableDefinition target = table(plain("id", "int"), plain("a", "int"), plain("mark", "varchar(9)"));
        computed.add(NAME, "label", "concat('k',`id`)");
        ExpectedRow row = row(source, target, "label: { target: mark }");

        assertThat(row.uncompared()).isEmpty();
        assertThat(row.of(values("a", "3", "label", "k1"))).containsEntry("mark", "k1");
    }

    @Test
    void aColumnThatTheTargetLacksIsMissingUnlessThePipelineLeavesItOut() throws IOException {
        TableDefinition source =
                table(plain("id", "int"), plain("a", "int"), plain("b", "int"), plain("c", "int"), plain("d", "int"));
        TableDefinition target = table(plain("id", "int"), plain("A", "int"));
        ExpectedRow row = row(source, target, "b: { drop: true }, c: { write: false }, d: { target: dd }");

        assertThat(row.missing()).containsExactly("d");
        assertThat(row.written()).containsExactly("id", "a");
    }

    @Test
    void whatIsNoMemberIsAnEmptyTextForTheRulesAndForOtherTypes() throws IOException {
        TableDefinition source =
                table(plain("id", "int"), plain("e", "enum('a')"), plain("f", "enum('a')"), plain("g", "enum('a')"));
        TableDefinition target =
                table(plain("id", "int"), plain("e", "enum('a')"), plain("f", "varchar(9)"), plain("g", "enum('a')"));
        ExpectedRow row = row(source, target, "g: { map: { '': a } }");

        String none = RowReader.NO_MEMBER;
        assertThat(row.of(values("e", none, "f", none, "g", none)))
                .containsEntry("e", none)
                .containsEntry("f", "")
                .containsEntry("g", "a");
    }

    @Test
    void textsOfDocumentsAndNumbersThatBecomeTextsAreKnown() throws IOException {
        TableDefinition source = table(
                plain("id", "int"),
                plain("doc", "json"),
                plain("f", "float"),
                plain("d", "double"),
                generated("word", "varchar(9)"),
                generated("number", "int"));
        TableDefinition target = table(
                plain("id", "int"),
                plain("doc", "json"),
                plain("f", "varchar(20)"),
                plain("d", "double"),
                generated("word", "varchar(9)"),
                generated("number", "int"));
        computed.add(NAME, "word", "json_unquote(json_extract(`doc`,'$.n'))");
        computed.add(NAME, "number", "json_extract(`doc`,'$.n')");
        ExpectedRow row = row(source, target, "");

        assertThat(row.ofDocuments()).containsExactly("word");
        assertThat(source.columns().stream().filter(row::isPrinted))
                .extracting(ColumnDefinition::name)
                .containsExactly("f", "word");
    }
}
