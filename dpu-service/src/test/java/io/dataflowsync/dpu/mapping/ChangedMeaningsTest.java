package io.dataflowsync.dpu.mapping;

import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.numbered;
import static io.dataflowsync.dpu.TestTables.references;
import static io.dataflowsync.dpu.TestTables.referring;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.ChangedMeanings.Change;
import io.dataflowsync.pipeline.config.ReferenceRule;
import io.dataflowsync.pipeline.config.TableConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangedMeaningsTest {
    private static final TableDefinition PET = table("pet", "#id int", "who int");
    private static final List<TableDefinition> TARGET =
            List.of(numbered(table("keeper", "#id int")), numbered(table("owner", "#id int")), numbered(PET));

    @Test
    void aPlainColumnThatBecomesAReferenceHasOtherValues() {
        assertThat(behind(Map.of(), PET, referring(PET, "who", "owner", "id")).of(Map.of(), Map.of()))
                .containsExactly(new Change(
                        PET.name(), "pet", "who", false, "the source's values", "the new keys of shop.owner", "owner"));
    }

    @Test
    void aReferenceThatIsLedToAnotherTableHasOtherKeys() {
        assertThat(behind(Map.of(), referring(PET, "who", "owner", "id"), referring(PET, "who", "keeper", "id"))
                        .of(Map.of(), Map.of()))
                .singleElement()
                .satisfies(change -> {
                    assertThat(change.before()).isEqualTo("the new keys of shop.owner");
                    assertThat(change.after()).isEqualTo("the new keys of shop.keeper");
                });
    }

    @Test
    void aNewReferenceThatTheRowsOfBeforeGetADefaultInHasOldKeys() {
        ChangedMeanings meanings = behind(Map.of(), table("pet", "#id int"), referring(PET, "who", "owner", "id"));
        assertThat(meanings.of(
                        Map.of(), Map.of(name("pet"), new ColumnOrigins(Map.of(), Map.of("who", true), Set.of()))))
                .containsExactly(new Change(
                        PET.name(), "pet", "who", true, "the source's values", "the new keys of shop.owner", "owner"));
        assertThat(meanings.of(
                        Map.of(), Map.of(name("pet"), new ColumnOrigins(Map.of(), Map.of("who", false), Set.of()))))
                .isEmpty();
    }

    @Test
    void whatThePipelineFileSaysOfAnotherNameCounts() {
        TableDefinition renamed = table("dog", "#id int", "who int");
        ChangedMeanings meanings =
                behind(Map.of("dog", references(Map.of("who", new ReferenceRule.ToTable("owner")))), PET, renamed);
        assertThat(meanings.of(Map.of(name("dog"), name("pet")), Map.of()))
                .containsExactly(new Change(
                        PET.name(), "pet", "who", false, "the source's values", "the new keys of shop.owner", null));
        assertThat(behind(Map.of(), PET, renamed).of(Map.of(name("dog"), name("pet")), Map.of()))
                .isEmpty();
    }

    @Test
    void columnsThatMeanWhatTheyMeantAreNone() {
        TableDefinition child = referring(PET, "who", "owner", "id");
        assertThat(behind(Map.of(), child, child).of(Map.of(), Map.of())).isEmpty();
    }

    private static ChangedMeanings behind(
            Map<String, TableConfig> tables, TableDefinition before, TableDefinition behind) {
        List<TableDefinition> versions = new ArrayList<>();
        TARGET.stream().limit(2).forEach(parent -> versions.add(since(90, parent)));
        versions.add(since(100, before));
        versions.add(since(200, behind));
        if (!behind.name().equals(before.name())) {
            versions.add(TableDefinition.gone(before.name(), place(200).toString()));
        }
        return new ChangedMeanings(TestTables.config(tables), TableVersions.of(versions), TARGET, place(200));
    }

    private static TableDefinition since(int position, TableDefinition table) {
        return table.since(place(position).toString());
    }

    private static BinlogPosition place(int position) {
        return new BinlogPosition("mysql-bin.000001", position);
    }
}
