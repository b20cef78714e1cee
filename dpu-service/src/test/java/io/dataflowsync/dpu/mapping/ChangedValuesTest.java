package io.dataflowsync.dpu.mapping;

import static io.dataflowsync.dpu.TestTables.numbered;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.TestTables;
import io.dataflowsync.dpu.mapping.ChangedValues.Change;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ChangedValuesTest {

    @Test
    void aDocumentThatBecomesATextIsPrintedOtherwise() {
        assertThat(unlike("json", "longtext", true)).singleElement().satisfies(change -> {
            assertThat(change.table()).isEqualTo("pet");
            assertThat(change.why())
                    .isEqualTo("the source may have changed values of the column `a` with it, which was json, and the"
                            + " target's is json, of which it makes other values,");
            assertThat(change.rows()).isEmpty();
        });
    }

    @Test
    void aTextThatBecomesADayIsLookedAtForOffsets() {
        assertThat(unlike("varchar(40)", "datetime", false)).singleElement().satisfies(change -> assertThat(
                        change.rows())
                .isEqualTo("CONVERT(`a` USING utf8mb4) REGEXP '[-+][0-9][0-9]:[0-9][0-9]'"
                        + " OR CONVERT(`b` USING utf8mb4) REGEXP '[-+][0-9][0-9]:[0-9][0-9]'"));
    }

    @Test
    void aStrictSourceHasRefusedOffsets() {
        assertThat(unlike("varchar(40)", "datetime", true)).isEmpty();
    }

    /** The rows that get the name had a text all the time. */
    @Test
    void aTableThatTakesTheNameOfADocumentsTableHasKeptItsTexts() {
        assertThat(renamed("text")).isEmpty();
    }

    @Test
    void aDocumentMayBecomeATextWhileItsTableGetsAnotherName() {
        assertThat(renamed("json")).singleElement().satisfies(change -> assertThat(change.table())
                .isEqualTo("copy"));
    }

    /** Of a table that gets the name of another one, which has a document; with a text behind that. */
    private static List<Change> renamed(String type) {
        TableDefinition pet = table("pet", "#id int", "a json");
        TableDefinition copy = table("copy", "#id int", "a " + type);
        TableDefinition behind = table("pet", "#id int", "a text");
        BinlogPosition place = new BinlogPosition("mysql-bin.000001", 200);
        TableVersions definitions = TableVersions.of(List.of(
                pet.since("mysql-bin.000001:100"), copy.since("mysql-bin.000001:100"), behind.since(place.toString())));
        return new ChangedMeanings(
                        TestTables.config(Map.of()), definitions, List.of(numbered(pet), numbered(copy)), place)
                .values()
                .unlike(
                        List.of(behind),
                        Map.of(behind.name(), copy.name()),
                        Map.of(),
                        new ValueMode(true, false),
                        true);
    }

    /** Of two columns that become another type. */
    private static List<Change> unlike(String type, String then, boolean strict) {
        TableDefinition before = table("pet", "#id int", "a " + type, "b " + type);
        TableDefinition behind = table("pet", "#id int", "a " + then, "b " + then);
        BinlogPosition place = new BinlogPosition("mysql-bin.000001", 200);
        TableVersions definitions =
                TableVersions.of(List.of(before.since("mysql-bin.000001:100"), behind.since(place.toString())));
        return new ChangedMeanings(TestTables.config(Map.of()), definitions, List.of(numbered(before)), place)
                .values()
                .unlike(List.of(behind), Map.of(), Map.of(), new ValueMode(strict, false), true);
    }
}
