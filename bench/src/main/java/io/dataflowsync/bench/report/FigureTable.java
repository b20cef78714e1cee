package io.dataflowsync.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Formats figures as a table, for a terminal or a page. */
public final class FigureTable {
    private static final List<String> HEADS =
            List.of("figure", "median", "min – max", "unit", "against", "ratio", "goal", "reached");

    private FigureTable() {}

    /** The table with columns of equal width. */
    public static String plain(List<Figure> figures) {
        List<List<String>> rows = rows(figures);
        int[] widths = new int[HEADS.size()];
        for (List<String> row : rows) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder text = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                line.append(row.get(i)).append(" ".repeat(widths[i] - row.get(i).length() + 2));
            }
            text.append(line.toString().stripTrailing()).append('\n');
        }
        return text.toString();
    }

    /** The table as Markdown. */
    static String markdown(List<Figure> figures) {
        List<List<String>> rows = rows(figures);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < rows.size(); i++) {
            text.append("| ").append(String.join(" | ", rows.get(i))).append(" |\n");
            if (i == 0) {
                text.append("|---|---:|---:|---|---|---:|---|---|\n");
            }
        }
        return text.toString();
    }

    private static List<List<String>> rows(List<Figure> figures) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADS);
        figures.forEach(figure -> rows.add(row(figure)));
        return rows;
    }

    private static List<String> row(Figure figure) {
        Double ratio = figure.ratio();
        Boolean reached = figure.reached();
        return List.of(
                figure.figure(),
                number(figure.median()),
                figure.min() == figure.max() ? "" : number(figure.min()) + " – " + number(figure.max()),
                figure.unit(),
                text(figure.against()),
                ratio == null ? "" : String.format(Locale.ROOT, "%.2f", ratio),
                text(figure.goal()),
                reached == null ? "" : reached ? "yes" : "no");
    }

    private static String text(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** The number with three digits at least, and a comma for thousands. */
    static String number(double value) {
        return String.format(Locale.ROOT, Math.abs(value) >= 100 ? "%,.0f" : "%.3g", value);
    }
}
