package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ColumnDefinition;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a column that the target computes has certain keys, or unchanged values of the source.
 *
 * <p>Some expressions only choose among columns, and take a key as it is: if each column that may be chosen has the new key, the computed
 * column has it, too. An expression that is not understood counts as one that computes other values.
 */
final class ComputedKey {
    /** A limit for the depth. A server does not let columns be computed from each other in a ring. */
    private static final int DEEPEST = 50;

    private final TablePlan plan;
    private final ComputedReferences.Expressions expressions;

    ComputedKey(TablePlan plan, ComputedReferences.Expressions expressions) {
        this.plan = plan;
        this.expressions = expressions;
    }

    /** Whether a column that the target computes certainly has the wanted keys. */
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

    /** Whether a column that the target computes is made only of unchanged values of the source. */
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
        return plan.columns().written().values().stream()
                .filter(written -> written.target().equalsIgnoreCase(column))
                .findFirst();
    }

    /** Checks the columns among which an expression chooses. */
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
                    || meaning instanceof KeyMeaning.Polymorphic polymorphic
                            && meaningOf(polymorphic, known)
                                    .filter(wanted::equals)
                                    .isPresent();
        }

        private Optional<KeyMeaning> meaningOf(KeyMeaning.Polymorphic polymorphic, Map<String, String> known) {
            return plan.column(polymorphic.by())
                    .map(by -> known.get(by.target().toLowerCase(Locale.ROOT)))
                    .map(word -> polymorphic.words().of(word).orElse(polymorphic.otherwise()));
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
