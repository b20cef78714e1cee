package io.dataflowsync.dpu.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedKeys;
import io.dataflowsync.dpu.plan.AffectedRows;
import io.dataflowsync.dpu.plan.AffectedRows.Effect;
import io.dataflowsync.dpu.plan.RowName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HeldRowsTest {
    private static final TableName CUSTOMERS = new TableName("shop", "customers");
    private static final TableName ORDERS = new TableName("shop", "orders");

    private final HeldRows held = new HeldRows();

    private static RowName customer(int key) {
        return new RowName(CUSTOMERS, String.valueOf(key));
    }

    private static RowName order(int key) {
        return new RowName(ORDERS, String.valueOf(key));
    }

    private static AffectedRows changes(RowName row) {
        return new AffectedRows(List.of(row), List.of(), List.of(), Set.of(), Effect.NONE);
    }

    private static AffectedRows brings(RowName row, RowName... parents) {
        return new AffectedRows(List.of(row), List.of(parents), List.of(), Set.of(), Effect.BRINGS);
    }

    private static AffectedRows removes(RowName row, RowName... left) {
        return new AffectedRows(List.of(row), List.of(), List.of(left), Set.of(), Effect.REMOVES);
    }

    private static AffectedRows truncates(TableName table) {
        return new AffectedRows(List.of(), List.of(), List.of(), Set.of(table), Effect.REMOVES);
    }

    @Test
    void aLaterEventOfTheSameRowWaitsForTheEarliestAndAnEarlierOneDoesNot() {
        held.hold("b", 20, changes(customer(7)));
        held.hold("a", 10, changes(customer(7)));

        assertThat(held.blocker(changes(customer(7)), 30)).contains("a");
        assertThat(held.blocker(changes(customer(7)), 10)).isEmpty();
        assertThat(held.blocker(changes(customer(8)), 30)).isEmpty();
    }

    @Test
    void whoeverRefersToARowWaitsForThatWhichBringsItAndNotForAPlainChangeOfIt() {
        held.hold("change", 10, changes(customer(7)));
        assertThat(held.blocker(brings(order(1), customer(7)), 30)).isEmpty();

        held.hold("insert", 20, brings(customer(7)));
        assertThat(held.blocker(brings(order(1), customer(7)), 30)).contains("insert");
    }

    @Test
    void noRowOfATableIsRemovedWhileAHeldEventMayHaveReferredToIt() {
        held.hold(
                "update",
                10,
                new AffectedRows(List.of(order(1)), List.of(), List.of(RowName.any(CUSTOMERS)), Set.of(), Effect.NONE));

        assertThat(held.blocker(removes(customer(7)), 30)).contains("update");
        assertThat(held.blocker(changes(customer(7)), 30)).isEmpty();
        assertThat(held.blocker(removes(order(2)), 30)).isEmpty();
        assertThat(held.blocker(removes(customer(7)), 5)).isEmpty();
    }

    @Test
    void aRowIsNotRemovedWhileAHeldEventRefersToItNowOrDidBefore() {
        held.hold("insert", 10, brings(order(1), customer(7)));
        held.hold("delete", 20, removes(order(2), customer(8)));

        assertThat(held.blocker(removes(customer(7)), 30)).contains("insert");
        assertThat(held.blocker(removes(customer(8)), 30)).contains("delete");
        assertThat(held.blocker(changes(customer(7)), 30)).isEmpty();
        assertThat(held.blocker(removes(customer(9)), 30)).isEmpty();
    }

    @Test
    void aRowThatAHeldEventRefersToMayComeAtAnyTime() {
        held.hold("child without its parent", 10, brings(order(1), customer(7)));

        assertThat(held.blocker(brings(customer(7)), 30)).isEmpty();
    }

    @Test
    void aTruncateWaitsForWhatIsHeldOfItsTableAndHoldsTheWholeOfIt() {
        held.hold("insert", 10, brings(order(1), customer(7)));
        assertThat(held.blocker(truncates(ORDERS), 20)).contains("insert");
        assertThat(held.blocker(truncates(CUSTOMERS), 20)).contains("insert");

        held.hold("truncate", 20, truncates(ORDERS));
        assertThat(held.blocker(brings(order(5)), 30)).contains("truncate");
        assertThat(held.blocker(brings(customer(5)), 30)).isEmpty();
    }

    private static AffectedRows keys(
            List<RowName> givenUp, List<RowName> taken, List<RowName> left, List<RowName> made) {
        return new AffectedRows(
                List.of(), List.of(), List.of(), Set.of(), Effect.NONE, new AffectedKeys(givenUp, taken, left, made));
    }

    private static AffectedRows givesUp(RowName... keys) {
        return keys(List.of(keys), List.of(), List.of(), List.of());
    }

    private static AffectedRows takes(RowName... keys) {
        return keys(List.of(), List.of(keys), List.of(), List.of());
    }

    private static AffectedRows refersTo(RowName... keys) {
        return keys(List.of(), List.of(), List.of(), List.of(keys));
    }

    @Test
    void aKeyIsNotGivenUpWhileAHeldEventRefersToItAndMayComeAtAnyTime() {
        held.hold("child", 10, refersTo(customer(7)));

        assertThat(held.blocker(givesUp(customer(7)), 30)).contains("child");
        assertThat(held.blocker(givesUp(RowName.any(CUSTOMERS)), 30)).contains("child");
        assertThat(held.blocker(givesUp(customer(8)), 30)).isEmpty();
        assertThat(held.blocker(givesUp(order(7)), 30)).isEmpty();
        assertThat(held.blocker(takes(customer(7)), 30)).isEmpty();
        assertThat(held.blocker(refersTo(customer(7)), 30)).isEmpty();
        assertThat(held.blocker(truncates(CUSTOMERS), 30)).contains("child");
    }

    @Test
    void whoTakesOrNamesAKeyWaitsForAHeldEventThatGivesItUpOrTakesIt() {
        held.hold("gives up", 10, givesUp(customer(7)));
        held.hold("takes", 20, takes(customer(8)));

        assertThat(held.blocker(takes(customer(7)), 30)).contains("gives up");
        assertThat(held.blocker(refersTo(customer(7)), 30)).contains("gives up");
        assertThat(held.blocker(refersTo(customer(8)), 30)).contains("takes");
        assertThat(held.blocker(refersTo(RowName.any(CUSTOMERS)), 30)).contains("gives up");
        assertThat(held.blocker(refersTo(customer(9)), 30)).isEmpty();
        assertThat(held.blocker(refersTo(customer(7)), 5)).isEmpty();
    }

    @Test
    void aKeyThatIsNotKnownIsAnyOfItsTable() {
        held.hold("child", 10, refersTo(RowName.any(CUSTOMERS)));

        assertThat(held.blocker(givesUp(customer(7)), 30)).contains("child");
        assertThat(held.blocker(givesUp(order(7)), 30)).isEmpty();
    }

    @Test
    void aCopyIsHeldByItself() {
        held.hold("a", 10, changes(customer(7)));
        HeldRows copy = held.copy();
        copy.hold("b", 20, changes(customer(8)));

        assertThat(held.size()).isEqualTo(1);
        assertThat(copy.size()).isEqualTo(2);
        assertThat(held.blocker(changes(customer(8)), 30)).isEmpty();
        assertThat(copy.blocker(changes(customer(8)), 30)).contains("b");
    }
}
