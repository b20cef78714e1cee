package io.dataflowsync.cdc.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.cdc.capture.obstacle.Obstacle;
import io.dataflowsync.cdc.mapping.OutgoingEvent;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.ChangeEvent;
import io.dataflowsync.contract.event.EventOrigin;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EventObstaclesTest {
    private static final SourcePosition PLACE = new SourcePosition("mysql-bin.000002", 137, 4, null, null);
    private static final ChangeEvent EVENT = new ChangeEvent.Truncate(
            new EventOrigin(PLACE.toString(), PLACE, Instant.EPOCH, Instant.EPOCH), new TableName("shop", "orders"));

    private final Set<Obstacle> acknowledged = new HashSet<>();
    private final EventObstacles obstacles = new EventObstacles(
            obstacle -> acknowledged.contains(new Obstacle(obstacle.code(), obstacle.place(), obstacle.text())));

    private static OutgoingEvent fail() {
        throw new IllegalStateException("no such form");
    }

    @Test
    void whatCannotBeMadeOfAnEventStopsAtItsPlace() {
        assertThatThrownBy(() -> obstacles.make(EVENT, EventObstaclesTest::fail))
                .isInstanceOf(CannotGoOnException.class)
                .hasMessage("source-unreadable at mysql-bin.000002:137:4: truncate of shop.orders (no such form)");
    }

    @Test
    void anEventThatSomebodyLeavesOutIsNotMade() throws InterruptedException {
        acknowledged.add(
                new Obstacle(ErrorCode.SOURCE_UNREADABLE, "mysql-bin.000002:137:4", "truncate of shop.orders"));

        assertThat(obstacles.make(EVENT, EventObstaclesTest::fail)).isEqualTo(Optional.empty());
    }

    @Test
    void aFailureThatHasItsPlaceKeepsIt() {
        CannotGoOnException known =
                new CannotGoOnException(new Obstacle(ErrorCode.EVENT_TOO_LARGE, "mysql-bin.000002:137:4", "large"));

        assertThatThrownBy(() -> obstacles.make(EVENT, () -> {
                    throw known;
                }))
                .isSameAs(known);
    }

    @Test
    void aSchemaChangeIsNamedByItsStatement() {
        ChangeEvent change =
                new ChangeEvent.SchemaChange(EVENT.origin(), EVENT.table(), "DROP TABLE orders", List.of());

        assertThatThrownBy(() -> obstacles.make(change, EventObstaclesTest::fail))
                .hasMessage("source-unreadable at mysql-bin.000002:137:4: DROP TABLE orders (no such form)");
    }
}
