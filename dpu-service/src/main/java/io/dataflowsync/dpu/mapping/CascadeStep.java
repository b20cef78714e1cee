package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableDefinition;

/**
 * A foreign key by which the source may change rows along with the rows that they refer to.
 *
 * @param child the table whose rows change
 * @param action the change of the rows that they refer to: they are deleted or updated
 */
record CascadeStep(TableDefinition child, ForeignKey key, Action action) {

    /** A change of the parent row for which a foreign key has a rule. */
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

    /** The change of the child's rows if the foreign key acts: they are deleted or updated. */
    Action then() {
        return action == Action.DELETE && rule() == Rule.CASCADE ? Action.DELETE : Action.UPDATE;
    }

    /**
     * Whether rows that refer to the child's rows by another foreign key change as well.
     *
     * @param names the names of the child's columns
     */
    boolean isFollowedBy(ForeignKey next, MappedNames names) {
        return then().rule(next).acts()
                && (then() == Action.DELETE
                        || next.parentColumns().stream().map(names::onTopic).anyMatch(column -> key.columns().stream()
                                .anyMatch(column::equalsIgnoreCase)));
    }

    /** The rule in SQL, such as {@code ON DELETE CASCADE}. */
    String words() {
        return words(action, key);
    }

    static String words(Action action, ForeignKey key) {
        return "ON " + action + " " + action.rule(key).sql();
    }
}
