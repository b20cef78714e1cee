package io.dataflowsync.dpu.relationship;

import java.util.ArrayList;
import java.util.List;

/**
 * The result of an import.
 *
 * @param lines the number of lines of the file, without the header
 * @param imported the number of lines that are new relationships now; 0 if any line has a problem
 * @param already the number of lines that were stored before, with the same keys
 * @param bad the number of lines that have a problem
 * @param problems these lines, by number; only the first 10,000 if there are more
 */
public record ImportResult(long lines, long imported, long already, long bad, List<LineProblem> problems) {
    private static final int MOST_NAMED = 10_000;

    /** A line and its problem. */
    public record LineProblem(long line, String problem) {}

    public boolean succeeded() {
        return bad == 0;
    }

    /** Collects the problems that are found during the import. */
    static final class Problems {
        private final List<LineProblem> named = new ArrayList<>();
        private long count;

        void add(long line, String problem) {
            count++;
            if (named.size() < MOST_NAMED) {
                named.add(new LineProblem(line, problem));
            }
        }

        boolean isEmpty() {
            return count == 0;
        }

        ImportResult result(long lines, long imported, long already) {
            List<LineProblem> inOrder = named.stream()
                    .sorted((a, b) -> Long.compare(a.line(), b.line()))
                    .toList();
            return new ImportResult(lines, imported, already, count, inOrder);
        }
    }
}
