package io.dataflowsync.contract.topic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The state of a topic that a service stored earlier. It checks whether the topic on the broker is still the same one, and reads no topic
 * itself.
 *
 * @param id empty if it was never stored
 * @param ends for each partition, an offset that its end had reached
 */
public record KnownTopic(String name, String id, List<Long> ends) {

    /** Returns the state to store of a topic on the broker. */
    public static KnownTopic of(String name, FoundTopic found) {
        return new KnownTopic(name, found.id(), found.ends());
    }

    /** Returns a copy whose ends are at least these. */
    public KnownTopic reaching(List<Long> others) {
        List<Long> furthest = new ArrayList<>(Collections.nCopies(Math.max(ends.size(), others.size()), 0L));
        for (int partition = 0; partition < furthest.size(); partition++) {
            furthest.set(partition, Math.max(at(ends, partition), at(others, partition)));
        }
        return new KnownTopic(name, id, List.copyOf(furthest));
    }

    /** Whether it is known that a record was ever written to it. */
    public boolean hasRecords() {
        return ends.stream().anyMatch(end -> end > 0);
    }

    /**
     * Compares it with the topic on the broker.
     *
     * @return the expected and the found state; empty if it is the same topic
     */
    public Optional<String> difference(Optional<FoundTopic> found) {
        if (found.isEmpty()) {
            return Optional.of("the topic " + name + called(id) + " is gone from the broker");
        }
        FoundTopic is = found.get();
        if (!id.isEmpty() && !id.equals(is.id())) {
            return Optional.of("the topic " + name + " is another one: it had the id " + id + " and now has " + is.id()
                    + ", so the broker lost its data or the topic was created again");
        }
        if (is.ends().size() < ends.size()) {
            return Optional.of("the topic " + name + " had " + ends.size() + " partitions and now has "
                    + is.ends().size());
        }
        for (int partition = 0; partition < ends.size(); partition++) {
            if (is.ends().get(partition) < ends.get(partition)) {
                return Optional.of("partition " + partition + " of the topic " + name + " had reached offset "
                        + ends.get(partition) + " and now ends at " + is.ends().get(partition)
                        + ": records that were there are lost");
            }
        }
        return Optional.empty();
    }

    /**
     * Compares it with the topic on the broker, for a reader that continues at the known ends.
     *
     * @return the expected and the found state; empty if the reader misses nothing
     */
    public Optional<String> differenceForReader(Optional<FoundTopic> found) {
        Optional<String> other = difference(found);
        if (other.isPresent()) {
            return other;
        }
        List<Long> starts = found.orElseThrow().starts();
        for (int partition = 0; partition < starts.size(); partition++) {
            long next = at(ends, partition);
            if (starts.get(partition) > next) {
                return Optional.of("partition " + partition + " of the topic " + name + " is read next at offset "
                        + next + " and begins at " + starts.get(partition) + ": the records between were deleted");
            }
        }
        return Optional.empty();
    }

    private static long at(List<Long> offsets, int partition) {
        return partition < offsets.size() ? offsets.get(partition) : 0;
    }

    private static String called(String id) {
        return id.isEmpty() ? "" : " with the id " + id;
    }
}
