package io.dataflowsync.servicekit.watch;

import io.dataflowsync.contract.status.ServerView;
import java.util.List;

/** Groups the watches of all servers of one service. */
public record ServerWatches(List<ServerWatch> watches) implements AutoCloseable {

    public ServerWatches {
        watches = List.copyOf(watches);
    }

    public void start() {
        watches.forEach(ServerWatch::start);
    }

    /** Returns the last result for each server without waiting. */
    public List<ServerView> views() {
        return watches.stream().map(ServerWatch::view).toList();
    }

    @Override
    public void close() {
        watches.forEach(ServerWatch::close);
    }
}
