package io.dataflowsync.dpu.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.log.FormerTables.Move;
import io.dataflowsync.dpu.log.FormerTables.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormerTablesTest {
    private static final TableName A = new TableName("shop", "a");
    private static final TableName B = new TableName("shop", "b");
    private static final TableName ASIDE = new TableName("shop", "aside");

    @Test
    void aTableThatWasNeverCalledOtherwiseHasAllRowsOfItsName() {
        assertThat(new FormerTables(List.of()).spans(A)).containsExactly(new Span(A, 0, Long.MAX_VALUE));
    }

    @Test
    void twoTablesThatChangedNamesHaveEachOthersRowsFromBefore() {
        FormerTables tables =
                new FormerTables(List.of(new Move(A, ASIDE, 9), new Move(B, A, 9), new Move(ASIDE, B, 9)));

        assertThat(tables.spans(A)).containsExactly(new Span(A, 9, Long.MAX_VALUE), new Span(B, 0, 9));
        assertThat(tables.spans(B))
                .containsExactly(new Span(B, 9, Long.MAX_VALUE), new Span(ASIDE, 0, 9), new Span(A, 0, 9));
    }

    @Test
    void aTableThatIsMadeAgainHasNoRowsOfTheOneThatIsGone() {
        FormerTables tables = new FormerTables(List.of(new Move(B, A, 3), new Move(A, null, 7), new Move(B, ASIDE, 8)));

        assertThat(tables.spans(A)).containsExactly(new Span(A, 7, Long.MAX_VALUE));
        assertThat(tables.spans(ASIDE)).containsExactly(new Span(ASIDE, 0, Long.MAX_VALUE), new Span(B, 3, 8));
    }
}
