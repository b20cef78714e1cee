package io.dataflowsync.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the page with the latest figures. The text outside the two marks is written by hand, and stays. */
public final class PerformancePage {
    static final String BEGIN = "<!-- figures: written by ./dfs bench --report -->";
    static final String END = "<!-- end of figures -->";
    private static final String PLOT = "performance.svg";

    private PerformancePage() {}

    /**
     * Writes the figures into the page, and their plot next to it.
     *
     * @throws IllegalArgumentException if the page has no place for them
     */
    public static void write(Path page, List<Figure> figures) throws IOException {
        Files.writeString(page, withFigures(Files.readString(page), figures));
        Files.writeString(page.resolveSibling(PLOT), new BarPlot(figures).svg());
    }

    static String withFigures(String page, List<Figure> figures) {
        int begin = page.indexOf(BEGIN);
        int end = page.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("the page has no lines '" + BEGIN + "' and '" + END + "'");
        }
        return page.substring(0, begin + BEGIN.length()) + "\n\n![figures compared with each other](" + PLOT + ")\n\n"
                + FigureTable.markdown(figures) + "\n" + page.substring(end);
    }
}
