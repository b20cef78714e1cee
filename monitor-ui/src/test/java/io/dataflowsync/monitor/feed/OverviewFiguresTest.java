package io.dataflowsync.monitor.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.dataflowsync.monitor.log.NewestEvents;
import io.dataflowsync.monitor.log.OpenLetters;
import io.dataflowsync.monitor.log.Totals;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverviewFiguresTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:01:00Z");

    @Test
    void theLagIsTheAgeOfWhatWasReachedWhileSomethingWaits() {
        OverviewFigures figures = figures(10, 7, NOW.minusMillis(2_500), Rates.NONE);

        assertThat(figures.backlog().queue()).isEqualTo(3);
        assertThat(figures.backlog().lagSeconds()).isEqualTo(2.5);
    }

    @Test
    void anEmptyQueueHasNoLagHoweverOldTheLastEventIs() {
        assertThat(figures(10, 10, NOW.minusSeconds(3_600), Rates.NONE)
                        .backlog()
                        .lagSeconds())
                .isNull();
    }

    @Test
    void aSourceWhoseClockIsAheadGivesNoNegativeLag() {
        assertThat(figures(10, 7, NOW.plusSeconds(5), Rates.NONE).backlog().lagSeconds())
                .isZero();
    }

    @Test
    void moreDoneThanCapturedIsAnEmptyQueue() {
        assertThat(figures(5, 6, NOW, Rates.NONE).backlog().queue()).isZero();
    }

    @Test
    void theQueueLastsAsLongAsTheRatesSay() {
        Rates rates = new Rates(0, 10, 0, 0, 0, 25, 30);

        assertThat(figures(110, 10, NOW, rates).backlog().drainSeconds()).isEqualTo(5);
    }

    @Test
    void aGrowingQueueHasNoEnd() {
        Rates rates = new Rates(0, 30, 0, 0, 0, 10, 10);

        assertThat(figures(110, 10, NOW, rates).backlog().drainSeconds()).isNull();
    }

    @Test
    void aQueueThatHardlyGetsShorterHasNoEnd() {
        Rates hardly = new Rates(0, 10, 0, 0, 0, 10.00001, 10.00001);

        assertThat(figures(110, 10, NOW, hardly).backlog().drainSeconds()).isNull();
    }

    @Test
    void whatIsDeadOrWaitsOrIsDismissedIsNotInTheQueue() {
        Totals totals = new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", 15)),
                List.of(
                        new Totals.Done("shop.orders", "insert", "applied", 5),
                        new Totals.Done("shop.orders", "insert", "skipped", 4),
                        new Totals.Done("shop.orders", "insert", "waiting", 3),
                        new Totals.Done("shop.orders", "insert", "dead", 1),
                        new Totals.Done("shop.orders", "insert", "dismissed", 1)));

        OverviewFigures figures = OverviewFigures.of(
                NOW, totals, Rates.NONE, OpenLetters.NONE, new NewestEvents(NOW, NOW, NOW), List.of());

        ResultCounts results = new ResultCounts(5, 4, 1, 3, 1);
        assertThat(figures.backlog().queue()).isEqualTo(1);
        assertThat(figures.results()).isEqualTo(results);
        assertThat(TableFigures.of(totals))
                .containsExactly(
                        new TableFigures("shop.orders", new TableFigures.CapturedCounts(0, 15, 0, 0, 0), results, 1));
    }

    /** The page reads these fields. */
    @Test
    void theFieldsAreFlatAndInOrder() throws JsonProcessingException {
        ObjectMapper json = JsonMapper.builder().addModule(new JavaTimeModule()).build();
        JsonNode overview = json.valueToTree(figures(10, 10, NOW, Rates.NONE));
        TableFigures table = new TableFigures(
                "shop.orders", new TableFigures.CapturedCounts(1, 2, 3, 4, 5), new ResultCounts(6, 7, 8, 9, 10), 11);

        assertThat(overview.fieldNames())
                .toIterable()
                .containsExactly(
                        "at",
                        "queue",
                        "lagSeconds",
                        "drainSeconds",
                        "rates",
                        "capturedRate",
                        "captured",
                        "applied",
                        "skipped",
                        "dead",
                        "waiting",
                        "dismissed",
                        "letters",
                        "newest",
                        "lanes");
        assertThat(overview.get("queue").longValue()).isZero();
        assertThat(overview.get("applied").longValue()).isEqualTo(10);
        assertThat(json.writeValueAsString(table)).isEqualTo("""
                {"table":"shop.orders","snapshot":1,"insert":2,"update":3,"delete":4,"other":5,\
                "applied":6,"skipped":7,"dead":8,"waiting":9,"dismissed":10,"queued":11}""");
    }

    private static OverviewFigures figures(long captured, long applied, Instant reached, Rates rates) {
        Totals totals = new Totals(
                List.of(new Totals.Captured("shop.orders", "insert", captured)),
                List.of(new Totals.Done("shop.orders", "insert", "applied", applied)));
        return OverviewFigures.of(NOW, totals, rates, OpenLetters.NONE, new NewestEvents(NOW, NOW, reached), List.of());
    }
}
