package io.dataflowsync.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.monitor.WrittenLog;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogReaderIT {
    private static WrittenLog log;
    private static AgroalDataSource source;

    private static LogReader reader;

    @BeforeAll
    static void start() throws SQLException {
        log = WrittenLog.empty();
        source = AgroalDataSource.from(new AgroalPropertiesReader()
                .readProperties(Map.of(
                        "jdbcUrl", log.server().jdbcUrl(WrittenLog.SCHEMA),
                        "principal", "root",
                        "credential", "",
                        "maxSize", "4",
                        "acquisitionTimeout", "PT3S")));
        reader = new LogReader(new LogDatabase(source));
        assertThatThrownBy(() -> reader.totals())
                .as("a log that no service has written")
                .isInstanceOfSatisfying(
                        LogUnavailableException.class,
                        e -> assertThat(e.state().word()).isEqualTo(LogState.Word.ABSENT));
        log.createTables();
    }

    @AfterAll
    static void stop() {
        source.close();
        log.close();
    }

    @BeforeEach
    void clear() {
        log.clear();
    }

    @Test
    void theQueueIsWhatIsCapturedAndNotDone() throws SQLException {
        log.capture(100, "orders", "a");
        log.capture(200, "orders", "b");
        log.capture(300, "payments", "c");
        log.apply(100, "orders", 9100);
        log.kill(200, "orders", "no parent");

        Totals totals = reader.totals();

        assertThat(totals.capturedEvents()).isEqualTo(3);
        assertThat(totals.doneEvents("applied")).isEqualTo(1);
        assertThat(totals.doneEvents("dead")).isEqualTo(1);
        assertThat(totals.queueLength()).isEqualTo(1);
        assertThat(reader.letters().open()).isEqualTo(new OpenLetters(1, 0));
    }

    @Test
    void theTailGivesEachRowOnceThoughATransactionCommitsLate() throws SQLException {
        Tail<CdcRow> tail = new Tail<>(reader.cdc(), Clock.systemUTC());
        log.capture(100, "orders", "a");
        assertThat(places(tail.look().rows())).containsExactly("100");

        try (Connection late = log.connect()) {
            late.setAutoCommit(false);
            log.capture(late, 200, "orders", "b");
            log.capture(300, "payments", "c");
            assertThat(places(tail.look().rows())).containsExactly("300");
            assertThat(tail.look().rows()).isEmpty();
            late.commit();
        }

        assertThat(places(tail.look().rows())).containsExactly("200");
        assertThat(tail.look().rows()).isEmpty();
    }

    @Test
    void theTailOfALogThatWasMadeAnewBeginsAnew() throws SQLException {
        Tail<CdcRow> tail = new Tail<>(reader.cdc(), Clock.systemUTC());
        log.capture(100, "orders", "a");
        log.capture(200, "orders", "b");
        assertThat(tail.look().rows()).hasSize(2);

        log.clear();
        log.capture(300, "orders", "c");
        tail.look();

        assertThat(places(tail.look().rows())).containsExactly("300");
    }

    @Test
    void aPageGoesBackFromANumberAndSaysWhereTheNextBegins() throws SQLException {
        for (int i = 1; i <= 5; i++) {
            log.capture(i * 100, "orders", "n");
        }

        LogPage<CdcRow> first = reader.cdc().before(null, LogFilter.ALL, 2);
        LogPage<CdcRow> second = reader.cdc().before(Long.valueOf(first.before()), LogFilter.ALL, 2);
        LogPage<CdcRow> last = reader.cdc().before(Long.valueOf(second.before()), LogFilter.ALL, 2);

        assertThat(places(first.rows())).containsExactly("500", "400");
        assertThat(places(second.rows())).containsExactly("300", "200");
        assertThat(places(last.rows())).containsExactly("100");
        assertThat(last.before()).isNull();
    }

    @Test
    void theDatabaseFiltersAsTheLiveTailDoes() throws SQLException {
        log.capture(100, "orders", "a");
        log.capture(200, "payments", "b");
        log.apply(100, "orders", 9100);
        log.kill(200, "payments", "no parent");
        log.capture(300, "payments", "c");
        log.keepWaiting(300, "payments", 200);
        List<LogFilter> filters = List.of(
                new LogFilter("orders", null, null, null),
                new LogFilter("shop.payments", "insert", null, null),
                new LogFilter(null, "delete", null, null),
                new LogFilter(null, null, "dead", null),
                new LogFilter(null, null, null, "9100"),
                new LogFilter(null, null, "waiting", null),
                new LogFilter(null, null, null, "missing-parent"),
                new LogFilter(null, null, null, WrittenLog.eventId(200)),
                new LogFilter(null, null, null, "%"));

        List<DpuRow> all = reader.dpu().newest(10);

        for (LogFilter filter : filters) {
            assertThat(reader.dpu().before(null, filter, 10).rows())
                    .as(filter.toString())
                    .isEqualTo(all.stream().filter(filter::accepts).toList());
        }
    }

    @Test
    void whatWasMissedIsReadFromTheLastNumberOn() throws SQLException {
        log.capture(100, "orders", "a");
        log.capture(200, "orders", "b");
        log.capture(300, "payments", "c");
        long first = reader.cdc().newest(10).get(2).id();

        assertThat(places(reader.cdc().after(first, LogFilter.ALL, 10).rows())).containsExactly("300", "200");
    }

    @Test
    void anEventIsFoundInBothLogs() throws SQLException {
        log.capture(100, "orders", "a");
        log.apply(100, "orders", 9100);

        RecordedEvent event = reader.event(WrittenLog.eventId(100)).orElseThrow();

        assertThat(event.captured()).map(CdcRow::key).contains("id=100");
        assertThat(event.done()).map(DpuRow::newKey).contains("9100");
        assertThat(event.json()).contains("\"operation\":\"insert\"");
        assertThat(event.sql()).isEqualTo("INSERT INTO `orders` (`id`) VALUES (9100)");
        assertThat(reader.cdc()
                        .before(null, new LogFilter(null, null, null, "ID=100"), 10)
                        .rows())
                .hasSize(1);
        assertThat(reader.event("mysql-bin.000002:1:0")).isEmpty();
    }

    @Test
    void aDeadLetterIsToldWithItsRemedyAndAllThatWaitsBehindIt() throws SQLException {
        log.kill(100, "customers", "no such tier");
        log.keepWaiting(200, "orders", 100);
        log.keepWaiting(300, "order_items", 200);
        log.keepWaiting(400, "customers", 100);
        log.kill(500, "payments", "no such order");
        log.trace(100, "ann", "replay", "with {tier=\"gold\"}");
        log.trace(100, "ann", "failed", "missing-parent: no such tier");

        assertThat(reader.letters().open()).isEqualTo(new OpenLetters(2, 3));
        assertThat(reader.letters().dead(10))
                .extracting(DeadLetterRow::table, DeadLetterRow::errorCode, DeadLetterRow::waiting)
                .containsExactly(
                        tuple("shop.payments", "missing-parent", 0L), tuple("shop.customers", "missing-parent", 3L));

        RecordedEvent event = reader.event(WrittenLog.eventId(100)).orElseThrow();
        RecordedLetter letter = event.letter().orElseThrow();
        assertThat(letter.letter().remedy()).isEqualTo(ErrorCode.MISSING_PARENT.remedy());
        assertThat(letter.stack()).isEqualTo("java.sql.SQLException: no such tier\n\tat the.target");
        assertThat(letter.trace())
                .extracting(RecordedLetter.Trace::who, RecordedLetter.Trace::action, RecordedLetter.Trace::text)
                .containsExactly(
                        tuple("ann", "replay", "with {tier=\"gold\"}"),
                        tuple("ann", "failed", "missing-parent: no such tier"));
        assertThat(letter.followers())
                .extracting(DeadLetterRow::table, DeadLetterRow::behind, DeadLetterRow::waiting)
                .containsExactly(
                        tuple("shop.orders", WrittenLog.eventId(100), 1L),
                        tuple("shop.order_items", WrittenLog.eventId(200), 0L),
                        tuple("shop.customers", WrittenLog.eventId(100), 0L));
        assertThat(event.json()).contains("\"name\":\"100\"");
    }

    @Test
    void aDeadLetterThatIsDoneWithIsNoLongerToldButKept() throws SQLException {
        log.kill(100, "customers", "no such tier");
        log.keepWaiting(200, "orders", 100);
        log.settle(100, "dismissed");
        log.settle(200, "applied");

        assertThat(reader.letters().open()).isEqualTo(OpenLetters.NONE);
        assertThat(reader.letters().dead(10)).isEmpty();
        assertThat(reader.totals().doneEvents("dead")).isZero();
        assertThat(reader.totals().doneEvents("dismissed")).isEqualTo(1);
        assertThat(reader.event(WrittenLog.eventId(100)).orElseThrow().letter())
                .map(letter -> letter.letter().state())
                .contains("dismissed");
    }

    private static List<String> places(List<CdcRow> rows) {
        return rows.stream().map(row -> row.position().split(":")[1]).toList();
    }
}
