package io.dataflowsync.cdc.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent.SchemaChange;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.event.StatementSession;
import io.dataflowsync.contract.event.Unchecked;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GhostSessionTest {
    private static final EventOrigin ORIGIN =
            new EventOrigin("f:4:0", new SourcePosition("f", 4, 0, null, null), Instant.EPOCH, Instant.EPOCH);
    private static final List<String> STRICT = List.of("STRICT_TRANS_TABLES");
    private static final StatementSession RENAME = session(STRICT, "").withUnchecked(Unchecked.of(true, false));

    @Test
    void theZoneThatAnyStatementTellsIsThatOfAll() {
        assertThat(GhostSession.of(List.of(altered(STRICT, "+09:00"), altered(STRICT, "")), RENAME))
                .contains(RENAME.withTimeZone("+09:00"));
    }

    @Test
    void withoutStatementsItIsThatOfTheRename() {
        assertThat(GhostSession.of(List.of(), RENAME)).contains(RENAME);
    }

    @Test
    void statementsOfSessionsThatDifferHaveNone() {
        assertThat(GhostSession.of(List.of(altered(STRICT, "+09:00"), altered(STRICT, "+08:00")), RENAME))
                .isEmpty();
        assertThat(GhostSession.of(List.of(altered(STRICT, ""), altered(List.of(), "")), RENAME))
                .isEmpty();
    }

    private static StatementSession session(List<String> modes, String zone) {
        return new StatementSession("shop", modes, zone, 1, 45, 45, 45, 1, 1, Unchecked.NOTHING);
    }

    private static SchemaChange altered(List<String> modes, String zone) {
        TableName orders = new TableName("shop", "orders");
        return new SchemaChange(ORIGIN, orders, "ALTER TABLE _orders_gho ADD n INT", List.of())
                .withGhost(List.of(), session(modes, zone));
    }
}
