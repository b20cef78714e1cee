package io.dataflowsync.monitor.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the events that a dead letter holds: directly, or through another held event. */
final class Followers {
    private final Map<String, List<String>> direct = new HashMap<>();

    /** A held event, and the dead letter or held event that it waits for. */
    record Link(String eventId, String waitsFor) {}

    /** @param links the links in the order of their events */
    Followers(List<Link> links) {
        for (Link link : links) {
            direct.computeIfAbsent(link.waitsFor(), waitsFor -> new ArrayList<>())
                    .add(link.eventId());
        }
    }

    /** All that wait until this dead letter is settled, the nearest first. */
    List<String> of(String eventId) {
        Set<String> seen = new HashSet<>(Set.of(eventId));
        List<String> found = new ArrayList<>();
        Deque<String> open = new ArrayDeque<>(List.of(eventId));
        while (!open.isEmpty()) {
            for (String follower : direct.getOrDefault(open.removeFirst(), List.of())) {
                if (seen.add(follower)) {
                    found.add(follower);
                    open.addLast(follower);
                }
            }
        }
        return found;
    }
}
