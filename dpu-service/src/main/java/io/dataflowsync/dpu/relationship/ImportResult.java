package io.dataflowsync.dpu.relationship;

import java.util.ArrayList;
import java.util.List;

/**
 * What came of an import.
 *
 * @param lines how many the file has, the header not counted
 * @param imported how many of them are relationships now that were none before; none where there is a problem
 * @param already how many were there already, the very same
 * @param bad how many lines have a problem
 * @param problems these lines, by number; the first of them where there are very many
 */
public record ImportResult(long lines, long imported, long already, long bad, List<LineProblem> problems) {
    private static final int MOST_NAMED = 10_000;

    /** What is wrong with a line. */
    public record LineProblem(long line, String problem) {}

    public boolean succeeded() {
        return bad == 0;
    }

    /** The problems that are found on the way. */
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
