package io.dataflowsync.cdc.definition;

import io.dataflowsync.cdc.definition.SourceKey.Origin;
import io.dataflowsync.cdc.definition.SourceKey.Part;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes keys from their definitions, as the server does: it names them, and drops a key that it made for a foreign key once another key
 * serves that foreign key.
 */
final class KeyRules {
    private static final int MOST_NAMES = 100;

    private KeyRules() {}

    /** @param clauses the keys of the table first, then the new ones */
    static List<SourceKey> resolve(List<KeyClause> clauses, List<SourceColumn> columns) {
        List<KeyClause> spelled =
                clauses.stream().map(key -> spelled(key, columns)).toList();
        List<SourceKey> keys = new ArrayList<>();
        for (KeyClause key : served(spelled)) {
            if (key.name() != null) {
                keys.removeIf(other -> other.origin() == Origin.PERHAPS_GONE && other.isNamed(key.name()));
                keys.add(key.named(key.name()));
            } else {
                keys.add(key.named(free(key.parts().get(0).column(), keys)));
            }
        }
        return keys;
    }

    /** The key with its columns' names as the table spells them. */
    private static KeyClause spelled(KeyClause key, List<SourceColumn> columns) {
        List<Part> parts = key.parts().stream()
                .map(part -> new Part(spelled(part.column(), columns), part.length()))
                .toList();
        return new KeyClause(key.name(), key.unique(), parts, key.origin());
    }

    static String spelled(String column, List<SourceColumn> columns) {
        return columns.stream()
                .filter(c -> c.isNamed(column))
                .findFirst()
                .map(SourceColumn::name)
                .orElseThrow(() -> new UnclearException("the table has no column " + column));
    }

    /** The keys without those that the server made and does not need any more. */
    private static List<KeyClause> served(List<KeyClause> keys) {
        List<KeyClause> left = new ArrayList<>();
        for (KeyClause key : keys) {
            int other = firstServed(left, key);
            if (other < 0) {
                left.add(key);
            } else if (isUncertain(left.get(other)) || isUncertain(key)) {
                left.set(other, perhapsGone(left.get(other)));
                left.add(perhapsGone(key));
            } else if (yieldsTo(left.get(other), key)) {
                left.remove(other);
                left.add(key);
            }
        }
        return left;
    }

    private static int firstServed(List<KeyClause> left, KeyClause key) {
        for (int i = 0; i < left.size(); i++) {
            if (isServed(left.get(i), key) || isServed(key, left.get(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the first key was made for a foreign key, and the other one serves that as well. */
    private static boolean isServed(KeyClause one, KeyClause other) {
        return one.origin() != Origin.STATEMENT && one.named("").isPrefixOf(other.named(""));
    }

    /** Whether the earlier key is dropped: of two keys that the server made, the longer one stays, and of equal ones the later. */
    private static boolean yieldsTo(KeyClause earlier, KeyClause later) {
        if (earlier.origin() != Origin.FOREIGN_KEY) {
            return false;
        }
        return later.origin() != Origin.FOREIGN_KEY
                || later.parts().size() >= earlier.parts().size();
    }

    private static boolean isUncertain(KeyClause key) {
        return key.origin() == Origin.UNKNOWN || key.origin() == Origin.PERHAPS_GONE;
    }

    private static KeyClause perhapsGone(KeyClause key) {
        return key.origin() == Origin.STATEMENT
                ? key
                : new KeyClause(key.name(), key.unique(), key.parts(), Origin.PERHAPS_GONE);
    }

    /** The name that the server chooses: that of the first column, with a number if it is taken. */
    private static String free(String column, List<SourceKey> keys) {
        if (!column.equalsIgnoreCase(SourceKey.PRIMARY) && isFree(column, keys)) {
            return column;
        }
        for (int i = 2; i < MOST_NAMES; i++) {
            String name = column + "_" + i;
            if (isFree(name, keys)) {
                return name;
            }
        }
        throw new UnclearException("no name is free for a key over " + column);
    }

    private static boolean isFree(String name, List<SourceKey> keys) {
        for (SourceKey key : keys) {
            if (key.isNamed(name)) {
                if (key.origin() == Origin.PERHAPS_GONE) {
                    throw new UnclearException("the server may have dropped the key " + name + ", or not");
                }
                return false;
            }
        }
        return true;
    }
}
