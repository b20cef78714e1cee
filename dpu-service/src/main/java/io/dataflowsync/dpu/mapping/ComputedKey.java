package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells what the target computes in a column. Some expressions only choose among columns, and take a key as it is: where each column that
 * may be chosen has the new key, the computed one has it, too. Whatever is not understood counts as computed otherwise.
 */
final class ComputedKey {
    /** No server computes columns from each other in a ring. */
    private static final int DEEPEST = 50;

    private final TablePlan plan;
    private final ComputedReferences.Expressions expressions;

    ComputedKey(TablePlan plan, ComputedReferences.Expressions expressions) {
        this.plan = plan;
        this.expressions = expressions;
    }

    /** Whether a column that the target computes has for certain the keys that are meant. */
    boolean means(String column, KeyMeaning wanted) {
        return means(column, wanted, Map.of(), 0);
    }

    private boolean means(String column, KeyMeaning wanted, Map<String, String> known, int depth) {
        Optional<String> expression = expressions.of(plan.target().name().table(), column);
        try {
            return depth < DEEPEST
                    && expression.isPresent()
                    && new KeyExpression(expression.get(), new Chosen(wanted, depth)).isKey(known);
        } catch (KeyExpression.NotUnderstoodException e) {
            return false;
        }
    }

    /** Whether a column that the target computes is made of the source's very values alone. */
    boolean isAsInSource(String column) {
        return isPlain(column, 0);
    }

    private boolean isPlain(String column, int depth) {
        if (!isComputed(column)) {
            return written(column).filter(ColumnPlan::isAsInSource).isPresent();
        }
        Optional<String> expression = expressions.of(plan.target().name().table(), column);
        return depth < DEEPEST
                && expression.isPresent()
                && KeyExpression.columns(expression.get())
                        .filter(read -> plan.target().column(read).isPresent())
                        .allMatch(read -> isPlain(read, depth + 1));
    }

    private boolean isComputed(String column) {
        return plan.target().column(column).map(ColumnDefinition::generated).orElse(false);
    }

    private Optional<ColumnPlan> written(String column) {
        return plan.columns().values().stream()
                .filter(written -> written.target().equalsIgnoreCase(column))
                .findFirst();
    }

    /** The columns among which an expression chooses. */
    private final class Chosen implements KeyExpression.Columns {
        private final KeyMeaning wanted;
        private final int depth;

        Chosen(KeyMeaning wanted, int depth) {
            this.wanted = wanted;
            this.depth = depth;
        }

        @Override
        public boolean isKey(String column, Map<String, String> known, @Nullable String path) {
            if (isComputed(column)) {
                return path == null && means(column, wanted, known, depth + 1);
            }
            Optional<ColumnPlan> found = written(column).filter(ColumnPlan::isWrittenAsItIs);
            if (found.isEmpty()) {
                return false;
            }
            KeyMeaning meaning = found.get().meaning();
            if (path != null) {
                return meaning instanceof KeyMeaning.InJson json
                        && json.places().stream()
                                .anyMatch(place -> place.path().text().equals(path)
                                        && place.meaning().equals(wanted));
            }
            return meaning.equals(wanted)
                    || meaning instanceof KeyMeaning.Told told
                            && told(told, known).filter(wanted::equals).isPresent();
        }

        private Optional<KeyMeaning> told(KeyMeaning.Told told, Map<String, String> known) {
            return plan.column(told.by())
                    .map(by -> known.get(by.target().toLowerCase(Locale.ROOT)))
                    .map(word -> told.words().of(word).orElse(told.otherwise()));
        }

        @Override
        public boolean isPlain(String column) {
            return ComputedKey.this.isPlain(column, depth);
        }

        @Override
        public boolean isKept(String column) {
            return written(column)
                    .filter(ColumnPlan::isWrittenAsItIs)
                    .filter(kept -> !(kept.meaning() instanceof KeyMeaning.Nulled))
                    .isPresent();
        }
    }
}
