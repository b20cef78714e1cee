package io.dataflowsync.monitor.feed;

import io.dataflowsync.monitor.log.LogReader;
import io.dataflowsync.monitor.log.OpenLetters;
import io.dataflowsync.monitor.log.Totals;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reads the figures, and those that change slowly less often. Not thread-safe. */
final class FigureReader {
    private static final Duration LETTERS_EVERY = Duration.ofSeconds(2);

    private final LogReader log;
    private final Clock clock;
    private final RateWindow window = new RateWindow();
    private Instant lettersReadAt = Instant.EPOCH;
    private OpenLetters letters = OpenLetters.NONE;

    FigureReader(LogReader log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The figures, and those of each table. */
    record Reading(OverviewFigures figures, List<TableFigures> tables) {}

    Reading read() {
        Totals totals = log.totals();
        Instant now = clock.instant();
        if (Duration.between(lettersReadAt, now).compareTo(LETTERS_EVERY) >= 0) {
            letters = log.letters().open();
            lettersReadAt = now;
        }
        Rates rates = window.add(now, totals);
        OverviewFigures figures = OverviewFigures.of(now, totals, rates, letters, log.newest(), log.progress());
        return new Reading(figures, TableFigures.of(totals));
    }
}
