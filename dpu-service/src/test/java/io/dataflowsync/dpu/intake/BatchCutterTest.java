package io.dataflowsync.dpu.intake;

import static io.dataflowsync.dpu.TestEvents.row;
import static io.dataflowsync.dpu.TestTables.name;
import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.TestEvents;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BatchCutterTest {
    private static final TableName ORDERS = name("orders");
    private final TestEvents events = new TestEvents();
    private final BatchCutter cutter = new BatchCutter(3, 5, 100);

    @Test
    void nothingIsNoBatch() {
        assertThat(cutter.cut(List.of(), -1)).isEmpty();
    }

    @Test
    void aBatchIsBoundedByRows() {
        assertThat(sizes(-1, 1, insert(), insert(), insert(), insert())).containsExactly(3, 1);
    }

    @Test
    void aBatchIsBoundedByBytesAndALargerEventIsAloneInItsOwn() {
        assertThat(sizes(-1, 60, insert(), insert())).containsExactly(1, 1);
        assertThat(sizes(-1, 1000, insert(), insert())).containsExactly(1, 1);
        assertThat(sizes(-1, 50, insert(), insert())).containsExactly(2);
    }

    @Test
    void snapshotRowsAreApartFromStreamedOnes() {
        ChangeEvent read = events.snapshot("s1", ORDERS, row("id", 1L));
        assertThat(sizes(-1, 1, read, read, insert())).containsExactly(2, 1);
    }

    @Test
    void anEventThatChangesAKeyIsTheLastOfItsBatch() {
        ChangeEvent rekey = events.update(ORDERS, row("id", 1L), row("id", 2L));
        assertThat(sizes(-1, 1, insert(), rekey, insert())).containsExactly(2, 1);
    }

    @Test
    void rowsThatWereWrittenUncheckedAreApartFromOthers() {
        ChangeEvent checked = insert();
        events.checkForeignKeys(false);
        ChangeEvent unchecked = insert();

        assertThat(sizes(-1, 1, checked, unchecked, unchecked, checked)).containsExactly(1, 2, 1);
    }

    @Test
    void aTruncateIsAlone() {
        assertThat(sizes(-1, 1, insert(), events.truncate(ORDERS), insert())).containsExactly(1, 1, 1);
    }

    @Test
    void whatIsAppliedAlreadyIsApartFromWhatIsNot() {
        assertThat(sizes(0, 1, insert(), insert(), insert())).containsExactly(1, 2);
    }

    @Test
    void aTransactionIsNotCutUnlessItIsTooLarge() {
        assertThat(sizesOf("..")).containsExactly(2);
        assertThat(sizesOf("--.-.")).containsExactly(3, 2);
        assertThat(sizesOf(".---.--.")).containsExactly(5, 3);
        assertThat(sizesOf("..----.")).containsExactly(2, 5);
        assertThat(sizesOf("-------.")).containsExactly(5, 3);
    }

    @Test
    void bytesCutWhereATransactionEnds() {
        List<Received> received = received(40, ".-.", insert(), insert(), insert());
        assertThat(cutter.cut(received, -1))
                .extracting(batch -> batch.received().size())
                .containsExactly(1, 2);
    }

    /** A dot for an event that ends its transaction, a dash for one with more behind it. */
    private List<Integer> sizesOf(String ends) {
        ChangeEvent[] changes = new ChangeEvent[ends.length()];
        Arrays.setAll(changes, i -> insert());
        return cutter.cut(received(1, ends, changes), -1).stream()
                .map(batch -> batch.received().size())
                .toList();
    }

    private List<Received> received(int bytes, String ends, ChangeEvent... changes) {
        List<Received> received = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            boolean more = ends.charAt(i) == '-';
            received.add(new Received(0, i, bytes, Instant.EPOCH, changes[i].id(), changes[i], null, more));
        }
        return received;
    }

    private ChangeEvent insert() {
        return events.insert(ORDERS, row("id", 1L));
    }

    private List<Integer> sizes(long checkpoint, int bytes, ChangeEvent... changes) {
        List<Received> received = new ArrayList<>();
        for (int i = 0; i < changes.length; i++) {
            received.add(new Received(0, i, bytes, Instant.EPOCH, changes[i].id(), changes[i], null));
        }
        return cutter.cut(received, checkpoint).stream()
                .map(batch -> batch.received().size())
                .toList();
    }
}
