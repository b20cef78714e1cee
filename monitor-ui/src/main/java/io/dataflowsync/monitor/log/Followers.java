package io.dataflowsync.monitor.log;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which dead letters wait behind which: directly, or behind one that waits itself. */
final class Followers {
    private final Map<String, List<String>> direct = new HashMap<>();

    /** A letter that waits, and the one right before it. */
    record Link(String eventId, String behind) {}

    /** @param links in the order of their events */
    Followers(List<Link> links) {
        for (Link link : links) {
            direct.computeIfAbsent(link.behind(), behind -> new ArrayList<>()).add(link.eventId());
        }
    }

    /** All that wait until this one is done with, the nearest first. */
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
