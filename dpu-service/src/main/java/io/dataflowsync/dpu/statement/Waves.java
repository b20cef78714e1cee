package io.dataflowsync.dpu.statement;

import io.dataflowsync.contract.event.Binary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Groups the changes of a batch into waves.
 *
 * <p>If a change must not overtake another one, it is in a later wave. Within a wave the order does not matter, so statements of one shape
 * can be sent together. Changes that follow each other on a row are folded into one, if no change between them prevents it.
 */
public final class Waves {
    /** Statements with a longer value, in characters or bytes, are not put together: their values are bound. */
    private static final int LARGEST = 256 * 1024;

    private final Map<Object, Mark> marks = new HashMap<>();
    private final Map<Object, Change> lastOfRow = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int floor;
    private int top = -1;
    private int fixed;

    /** The statements that are sent together. */
    public sealed interface Step {
        /**
         * Changes of one shape, at least one, in any order.
         *
         * @param numbers the number of each change's event; that of the last event if several are folded
         */
        record Rows(Shape shape, List<SqlStatement> statements, List<Integer> numbers) implements Step {}

        /** The statements of one event, unchanged. */
        record Event(int number, List<SqlStatement> statements) implements Step {}
    }

    /** The last waves in which a thing is written and read; -1 for none. */
    private static final class Mark {
        private int written = -1;
        private int read = -1;
    }

    private static final class Change {
        private final int wave;
        private int number;
        private final List<SqlStatement> statements;
        private @Nullable SqlStatement statement;

        /** @param statement the only statement; null if the statements keep their place */
        Change(int wave, int number, List<SqlStatement> statements, @Nullable SqlStatement statement) {
            this.wave = wave;
            this.number = number;
            this.statements = statements;
            this.statement = statement;
        }
    }

    private Waves() {}

    /**
     * Plans the steps that do the work, in order.
     *
     * @param numbers the numbers of the events that may be run
     * @return the steps; empty if more than a quarter of the events must not change their place, because then too few statements are sent
     *     together
     */
    public static Optional<List<Step>> of(List<Work> work, List<Integer> numbers) {
        Waves waves = new Waves();
        for (int number : numbers) {
            waves.add(number, work.get(number));
        }
        return waves.fixed * 4 > numbers.size() ? Optional.empty() : Optional.of(waves.steps());
    }

    private void add(int number, Work work) {
        if (work.statements().isEmpty()) {
            return;
        }
        if (!work.isMovable() || isLarge(work.statements().get(0))) {
            fixed++;
            floor = top + 2;
            top++;
            changes.add(new Change(top, number, work.statements(), null));
            return;
        }
        ConflictKeys conflictKeys = work.conflictKeys();
        SqlStatement statement = work.statements().get(0);
        if (isFolded(number, statement, conflictKeys)) {
            return;
        }
        int wave = Math.max(floor, after(conflictKeys));
        Change change = new Change(wave, number, work.statements(), statement);
        changes.add(change);
        mark(conflictKeys, wave);
        top = Math.max(top, wave);
        if (conflictKeys.row() != null) {
            lastOfRow.put(conflictKeys.row(), change);
        }
    }

    private boolean isFolded(int number, SqlStatement later, ConflictKeys conflictKeys) {
        Change last = conflictKeys.row() == null ? null : lastOfRow.get(conflictKeys.row());
        SqlStatement earlier = last == null ? null : last.statement;
        if (last == null || earlier == null || last.wave < floor || afterOthers(conflictKeys) > last.wave) {
            return false;
        }
        if (Folding.isUndone(earlier, later)) {
            last.statement = null;
            changes.remove(last);
            lastOfRow.remove(conflictKeys.row());
        } else {
            Optional<SqlStatement> folded = Folding.of(earlier, later);
            if (folded.isEmpty()) {
                return false;
            }
            last.statement = folded.get();
            last.number = number;
        }
        mark(conflictKeys, last.wave);
        return true;
    }

    /** The first wave after everything that must not be overtaken. */
    private int after(ConflictKeys conflictKeys) {
        int wave = 0;
        for (Object thing : conflictKeys.writes()) {
            Mark mark = marks.get(thing);
            wave = mark == null ? wave : Math.max(wave, Math.max(mark.written, mark.read) + 1);
        }
        return Math.max(wave, afterReads(conflictKeys));
    }

    /** The same, without the writes of earlier changes of the row itself. */
    private int afterOthers(ConflictKeys conflictKeys) {
        int wave = 0;
        for (Object thing : conflictKeys.writes()) {
            Mark mark = marks.get(thing);
            if (mark != null) {
                boolean own = thing.equals(conflictKeys.row()) || thing.equals(conflictKeys.bearing());
                wave = Math.max(wave, (own ? mark.read : Math.max(mark.written, mark.read)) + 1);
            }
        }
        return Math.max(wave, afterReads(conflictKeys));
    }

    private int afterReads(ConflictKeys conflictKeys) {
        int wave = 0;
        for (Object thing : conflictKeys.reads()) {
            Mark mark = marks.get(thing);
            wave = mark == null ? wave : Math.max(wave, mark.written + 1);
        }
        return wave;
    }

    private void mark(ConflictKeys conflictKeys, int wave) {
        for (Object thing : conflictKeys.writes()) {
            Mark mark = marks.computeIfAbsent(thing, t -> new Mark());
            mark.written = Math.max(mark.written, wave);
        }
        for (Object thing : conflictKeys.reads()) {
            Mark mark = marks.computeIfAbsent(thing, t -> new Mark());
            mark.read = Math.max(mark.read, wave);
        }
    }

    private List<Step> steps() {
        List<Map<Object, Step>> waves = new ArrayList<>();
        for (int i = 0; i <= top; i++) {
            waves.add(new LinkedHashMap<>());
        }
        for (Change change : changes) {
            Map<Object, Step> wave = waves.get(change.wave);
            if (change.statement == null) {
                wave.put(change, new Step.Event(change.number, change.statements));
            } else if (change.statement.shape() != null) {
                Step.Rows rows = (Step.Rows) wave.computeIfAbsent(
                        change.statement.shape(),
                        shape -> new Step.Rows((Shape) shape, new ArrayList<>(), new ArrayList<>()));
                rows.statements().add(change.statement);
                rows.numbers().add(change.number);
            }
        }
        List<Step> steps = new ArrayList<>();
        waves.forEach(wave -> steps.addAll(wave.values()));
        return steps;
    }

    private static boolean isLarge(SqlStatement statement) {
        for (Object value : statement.values()) {
            if (value instanceof String text && text.length() > LARGEST
                    || value instanceof Binary binary && binary.bytes().length > LARGEST) {
                return true;
            }
        }
        return false;
    }
}
