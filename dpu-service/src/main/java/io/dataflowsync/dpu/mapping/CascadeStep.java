package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;

/**
 * A foreign key by which the source may change rows along with those that they refer to.
 *
 * @param child the table whose rows change
 * @param action what becomes of the rows that they refer to
 */
record CascadeStep(TableDefinition child, ForeignKey key, Action action) {

    /** What a foreign key has a rule for. */
    enum Action {
        DELETE {
            @Override
            Rule rule(ForeignKey key) {
                return key.onDelete();
            }
        },
        UPDATE {
            @Override
            Rule rule(ForeignKey key) {
                return key.onUpdate();
            }
        };

        abstract Rule rule(ForeignKey key);
    }

    Rule rule() {
        return action.rule(key);
    }

    /** What becomes of the child's rows, where the foreign key acts. */
    Action then() {
        return action == Action.DELETE && rule() == Rule.CASCADE ? Action.DELETE : Action.UPDATE;
    }

    /**
     * Whether rows that refer to the child's by another foreign key change in their turn.
     *
     * @param names of the child
     */
    boolean isFollowedBy(ForeignKey next, MappedNames names) {
        return then().rule(next).acts()
                && (then() == Action.DELETE
                        || next.parentColumns().stream().map(names::onTopic).anyMatch(column -> key.columns().stream()
                                .anyMatch(column::equalsIgnoreCase)));
    }

    /** {@code ON DELETE CASCADE}. */
    String words() {
        return words(action, key);
    }

    static String words(Action action, ForeignKey key) {
        return "ON " + action + " " + action.rule(key).sql();
    }
}
