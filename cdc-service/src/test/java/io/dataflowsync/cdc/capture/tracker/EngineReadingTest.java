package io.dataflowsync.cdc.capture.tracker;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.cdc.definition.DefinitionReader;
import io.dataflowsync.cdc.definition.KnownDefinitions;
import io.dataflowsync.cdc.definition.SourceServer;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the engine's parser reads where the server cannot be asked. */
class EngineReadingTest {
    private static final StatementSession SESSION =
            new StatementSession("d", List.of(), "", 0, 0, 0, 0, 1, 1, Unchecked.NOTHING);

    private final DefinitionReader reader = new DefinitionReader(new SourceServer(
            50722,
            0,
            false,
            "latin1_swedish_ci",
            "innodb",
            Map.of(8, "latin1_swedish_ci"),
            Map.of("latin1", "latin1_swedish_ci", "utf8mb4", "utf8mb4_general_ci"),
            Map.of("latin1", 1, "utf8mb4", 4)));

    private String differs(String sql, String... tables) throws Exception {
        KnownDefinitions before = KnownDefinitions.none().withSchema("d", "utf8mb4_general_ci");
        for (String made : List.of("t", "other")) {
            before = reader.read(before, "CREATE TABLE " + made + " (a INT, " + made + "_v TEXT)", SESSION)
                    .after();
        }
        Attempt attempt = Attempt.of(reader, before, sql, SESSION);
        Set<TableName> open = Set.of(
                List.of(tables).stream().map(table -> new TableName("d", table)).toArray(TableName[]::new));
        return new EngineReading()
                .differs(before, attempt, open, attempt.reading().orElseThrow().after());
    }

    @Test
    void aNameThatATableHasInBetweenIsNoTable() throws Exception {
        assertThat(differs("RENAME TABLE t TO aside, other TO t, aside TO other", "t", "other", "aside"))
                .isEmpty();
    }

    @Test
    void aNewTableHasTheCharacterSetOfItsSchema() throws Exception {
        assertThat(differs("CREATE TABLE fresh (a INT, v VARCHAR(9), w TEXT CHARACTER SET latin1)", "fresh"))
                .isEmpty();
    }
}
