package io.dataflowsync.dpu.mapping;

import static io.dataflowsync.dpu.TestTables.name;
import static io.dataflowsync.dpu.TestTables.table;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.BinlogPosition;
import io.dataflowsync.contract.table.TableDefinition;
import io.dataflowsync.dpu.mapping.TableVersions.Fate;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableVersionsTest {
    private static final TableDefinition FIRST = at(100, "#id int", "a int");
    private static final TableDefinition WIDER = at(200, "#id int", "a int", "b int");

    private static TableDefinition at(int place, String... columns) {
        return table("t", columns).since("mysql-bin.000002:" + place);
    }

    private static BinlogPosition place(int position) {
        return new BinlogPosition("mysql-bin.000002", position);
    }

    @Test
    void aTableIsAtAPlaceWhatItsLatestVersionThereSays() {
        TableVersions definitions = TableVersions.of(List.of(WIDER, FIRST));

        assertThat(definitions.at(place(100))).containsEntry(name("t"), FIRST);
        assertThat(definitions.at(place(199))).containsEntry(name("t"), FIRST);
        assertThat(definitions.at(place(5_000))).containsEntry(name("t"), WIDER);
        assertThat(definitions.newest()).containsEntry(name("t"), WIDER);
        assertThat(definitions.version(name("t"), place(150))).isEmpty();
        assertThat(definitions.version(name("t"), place(100))).contains(FIRST);
    }

    @Test
    void placesOfTwoFilesAreInTheOrderOfTheFilesNumbers() {
        TableDefinition later = table("t", "#id int").since("mysql-bin.1000000:4");
        TableDefinition earlier = table("t", "#id int", "a int").since("mysql-bin.999999:900");

        assertThat(TableVersions.of(List.of(later, earlier)).newest()).containsEntry(name("t"), later);
    }

    @Test
    void aTableThatCameLaterIsWhatItWasFirst() {
        assertThat(TableVersions.of(List.of(WIDER)).at(place(100))).containsEntry(name("t"), WIDER);
    }

    @Test
    void aTableThatIsGoneIsWhatItWasBefore() {
        TableVersions definitions = TableVersions.of(List.of(FIRST, at(300), at(400, "#code varchar(9)")));

        assertThat(definitions.at(place(350))).containsEntry(name("t"), FIRST);
        assertThat(definitions.version(name("t"), place(300))).isEmpty();
    }

    @Test
    void aDefinitionWithoutVersionIsTheOldest() {
        TableDefinition unversioned = table("t", "#id int");
        TableVersions definitions = TableVersions.of(List.of(FIRST, unversioned));

        assertThat(definitions.at(place(99))).containsEntry(name("t"), unversioned);
        assertThat(definitions.newest()).containsEntry(name("t"), FIRST);
    }

    @Test
    void whatAnEventBringsReplacesNothing() {
        TableVersions definitions = TableVersions.of(List.of(FIRST));

        definitions.putIfAbsent(at(100, "#id int"));

        assertThat(definitions.version(name("t"), place(100))).contains(FIRST);
        assertThat(definitions.put(List.of(FIRST))).isFalse();
        assertThat(definitions.put(List.of(WIDER))).isTrue();
    }

    @Test
    void aColumnIsDroppedWhereALaterVersionLacksItAndHasNoOtherInstead() {
        TableVersions definitions =
                TableVersions.of(List.of(FIRST, WIDER, at(300, "#id int", "b int"), at(400, "#id int", "c int")));

        assertThat(definitions.fate(FIRST, "a")).isEqualTo(Fate.DROPPED);
        assertThat(definitions.fate(WIDER, "b")).isEqualTo(Fate.REPLACED);
        assertThat(definitions.fate(WIDER, "id")).isEqualTo(Fate.THERE);
    }

    @Test
    void anotherTableOfTheNameTellsNothingOfAColumn() {
        TableVersions definitions = TableVersions.of(List.of(FIRST, at(300), at(301, "#id int")));

        assertThat(definitions.fate(FIRST, "a")).isEqualTo(Fate.THERE);
    }
}
