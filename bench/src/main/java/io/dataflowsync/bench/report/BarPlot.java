package io.dataflowsync.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws figures next to those that they are compared with, as an SVG image: a panel for each, with a mark at its goal. */
final class BarPlot {
    private static final int WIDTH = 860;
    private static final int LABELS = 330;
    private static final int BARS = 400;
    private static final int ROW = 24;
    private static final int GAP = 14;
    private static final String OWN = "#2563eb";
    private static final String OTHER = "#9ca3af";
    private static final String GOAL = "#dc2626";

    private final Map<String, Figure> byName = new LinkedHashMap<>();
    private final Map<String, List<Figure>> panels = new LinkedHashMap<>();

    BarPlot(List<Figure> figures) {
        for (Figure figure : figures) {
            byName.putIfAbsent(figure.figure(), figure);
            if (figure.ratio() != null) {
                panels.computeIfAbsent(figure.figure(), name -> new ArrayList<>())
                        .add(figure);
            }
        }
    }

    String svg() {
        StringBuilder body = new StringBuilder();
        int y = GAP;
        for (List<Figure> goals : panels.values()) {
            y = panel(goals, y, body) + GAP;
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        .formatted(WIDTH, y)
                + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + body + "</svg>\n";
    }

    /** Draws a panel, and returns the position of its end. */
    private int panel(List<Figure> goals, int top, StringBuilder out) {
        Figure own = goals.get(0);
        List<Figure> bars = new ArrayList<>(List.of(own));
        goals.forEach(goal -> bars.add(byName.get(goal.against())));
        double most = Math.max(
                bars.stream().mapToDouble(Figure::median).max().orElse(1),
                goals.stream().mapToDouble(this::mark).max().orElse(1));
        int y = top;
        for (Figure bar : bars) {
            bar(bar, bar == own ? OWN : OTHER, most, y, out);
            y += ROW;
        }
        for (Figure goal : goals) {
            double x = LABELS + BARS * mark(goal) / most;
            out.append(line(
                    "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke=\"%s\" stroke-width=\"2\"/>",
                    x, x, top - 2, top + ROW - 4, GOAL));
        }
        return y;
    }

    private static void bar(Figure figure, String colour, double most, int y, StringBuilder out) {
        double length = Math.max(1, BARS * figure.median() / most);
        out.append(line(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>", LABELS - 8, y + 14, escaped(figure.figure())));
        out.append(line(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                LABELS, y, length, ROW - 6, colour));
        out.append(line(
                "<text x=\"%.1f\" y=\"%d\" fill=\"#374151\" font-size=\"12\">%s %s</text>",
                LABELS + length + 6, y + 14, FigureTable.number(figure.median()), escaped(figure.unit())));
    }

    /** The position of a figure that just reaches its goal: {@code at least 1.5} of the other. */
    private double mark(Figure figure) {
        Figure other = byName.get(figure.against());
        String goal = figure.goal();
        if (other == null || goal == null) {
            return 0;
        }
        return other.median() * Double.parseDouble(goal.substring(goal.lastIndexOf(' ') + 1));
    }

    private static String line(String format, Object... values) {
        return String.format(Locale.ROOT, format, values) + "\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
