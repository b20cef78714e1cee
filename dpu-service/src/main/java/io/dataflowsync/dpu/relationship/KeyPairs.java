package io.dataflowsync.dpu.relationship;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import org.jspecify.annotations.Nullable;

/** Successive old keys with successive new keys. */
public record KeyPairs(KeyRange oldKeys, KeyRange newKeys) {

    /** Returns the same pairs without those of some old keys. */
    public List<KeyPairs> without(NavigableSet<BigInteger> oldKeys) {
        List<KeyPairs> rest = new ArrayList<>();
        BigInteger from = this.oldKeys.first();
        for (BigInteger left : oldKeys.subSet(this.oldKeys.first(), true, this.oldKeys.last(), true)) {
            addPart(rest, from, left.subtract(BigInteger.ONE));
            from = left.add(BigInteger.ONE);
        }
        addPart(rest, from, this.oldKeys.last());
        return rest;
    }

    private void addPart(List<KeyPairs> parts, BigInteger from, BigInteger to) {
        if (from.compareTo(to) <= 0) {
            BigInteger shift = newKeys.first().subtract(oldKeys.first());
            parts.add(new KeyPairs(new KeyRange(from, to), new KeyRange(from.add(shift), to.add(shift))));
        }
    }

    /** Collects pairs of keys in the order of the old keys. */
    static final class Collector {
        private final List<KeyPairs> all = new ArrayList<>();
        private @Nullable KeyPairs open;

        void add(BigInteger oldKey, BigInteger newKey) {
            if (open != null
                    && open.oldKeys().isBefore(oldKey)
                    && open.newKeys().isBefore(newKey)) {
                open = new KeyPairs(open.oldKeys().to(oldKey), open.newKeys().to(newKey));
                return;
            }
            if (open != null) {
                all.add(open);
            }
            open = new KeyPairs(new KeyRange(oldKey, oldKey), new KeyRange(newKey, newKey));
        }

        List<KeyPairs> all() {
            if (open != null) {
                all.add(open);
                open = null;
            }
            return all;
        }
    }
}
