package io.dataflowsync.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PerformancePageTest {
    private static final List<Figure> FIGURES = List.of(
            new Figure("ours", 12345.6, 2, 20000, "rows/s", "theirs & co", 1.5, "at least 1.5", true),
            new Figure("theirs & co", 8230.4, 8230.4, 8230.4, "rows/s", null, null, null, null));

    @Test
    void whatStandsAroundTheFiguresStays() {
        String page = "before\n" + PerformancePage.BEGIN + "\nold\n" + PerformancePage.END + "\nafter\n";

        assertThat(PerformancePage.withFigures(page, FIGURES)).isEqualTo("""
                before
                <!-- figures: written by ./dfs bench --report -->

                ![figures compared with each other](performance.svg)

                | figure | median | min – max | unit | against | ratio | goal | reached |
                |---|---:|---:|---|---|---:|---|---|
                | ours | 12,346 | 2.00 – 20,000 | rows/s | theirs & co | 1.50 | at least 1.5 | yes |
                | theirs & co | 8,230 |  | rows/s |  |  |  |  |

                <!-- end of figures -->
                after
                """);
    }

    @Test
    void writingTwiceIsWritingOnce() {
        String page = PerformancePage.BEGIN + "\n" + PerformancePage.END;
        String once = PerformancePage.withFigures(page, FIGURES);

        assertThat(PerformancePage.withFigures(once, FIGURES)).isEqualTo(once);
    }

    @Test
    void aPageWithoutAPlaceForThemIsRefused() {
        assertThatThrownBy(() -> PerformancePage.withFigures("# Performance\n", FIGURES))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(PerformancePage.BEGIN);
    }

    @Test
    void thePlotHasABarForBothAndAMarkForTheGoal(@TempDir Path directory) throws IOException {
        Path page = directory.resolve("performance.md");
        Files.writeString(page, PerformancePage.BEGIN + "\n" + PerformancePage.END);

        PerformancePage.write(page, FIGURES);

        assertThat(Files.readString(directory.resolve("performance.svg")))
                .contains(">ours</text>", ">theirs &amp; co</text>", "width=\"400.0\"", "x1=\"730.0\"");
    }
}
