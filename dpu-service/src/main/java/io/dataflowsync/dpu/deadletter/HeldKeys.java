package io.dataflowsync.dpu.deadletter;

import io.dataflowsync.contract.table.TableName;
import io.dataflowsync.dpu.plan.AffectedKeys;
import io.dataflowsync.dpu.plan.RowName;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the keys that are held by events that were not applied.
 *
 * <p>An event waits if it
 *
 * <ul>
 *   <li>refers to a held key,
 *   <li>or sets or removes a held key,
 *   <li>or removes a key that a held event refers to.
 * </ul>
 *
 * <p>A key that is not known may be any key of its table. Not thread-safe.
 */
final class HeldKeys {
    private final Keys changed;
    private final Keys referred;

    HeldKeys() {
        this(new Keys(new HashMap<>(), new HashMap<>()), new Keys(new HashMap<>(), new HashMap<>()));
    }

    private HeldKeys(Keys changed, Keys referred) {
        this.changed = changed;
        this.referred = referred;
    }

    /** The earliest holder of each key, and of any key of each table. */
    private record Keys(Map<RowName, Holder> holders, Map<TableName, Holder> ofTables) {
        Keys copy() {
            return new Keys(new HashMap<>(holders), new HashMap<>(ofTables));
        }

        void add(List<RowName> keys, Holder holder) {
            for (RowName key : keys) {
                holders.merge(key, holder, Holder::or);
                ofTables.merge(key.table(), holder, Holder::or);
            }
        }

        @Nullable
        Holder of(List<RowName> keys) {
            Holder found = null;
            for (RowName key : keys) {
                found = Holder.earliest(found, of(key));
            }
            return found;
        }

        private @Nullable Holder of(RowName key) {
            return key.isAny()
                    ? ofTables.get(key.table())
                    : Holder.earliest(holders.get(key), holders.get(RowName.any(key.table())));
        }
    }

    HeldKeys copy() {
        return new HeldKeys(changed.copy(), referred.copy());
    }

    void hold(Holder holder, AffectedKeys keys) {
        changed.add(keys.givenUp(), holder);
        changed.add(keys.taken(), holder);
        referred.add(keys.left(), holder);
        referred.add(keys.needed(), holder);
    }

    @Nullable
    Holder blocker(AffectedKeys keys) {
        if (keys.isEmpty()) {
            return null;
        }
        Holder found = Holder.earliest(changed.of(keys.givenUp()), changed.of(keys.taken()));
        found = Holder.earliest(found, changed.of(keys.needed()));
        return Holder.earliest(found, referred.of(keys.givenUp()));
    }
}
