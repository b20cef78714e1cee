package io.dataflowsync.cdc.capture.position;

import io.dataflowsync.cdc.capture.obstacle.CannotGoOnException;
import io.dataflowsync.contract.error.ErrorCode;
import io.dataflowsync.contract.event.BinlogFile;
import io.dataflowsync.contract.event.BinlogPosition;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Keeps the files of the source's binlog that were read, and checks that the source's binlog is still the same. Thread-safe.
 *
 * <p>Places separate the events on the topic from those that are still to come. Places can be compared only within the binlog of one
 * server, and only until its files are begun again.
 */
public final class BinlogFiles {
    /** The known files by the position of their beginning. */
    private final NavigableMap<BinlogPosition, BinlogFile> known = new TreeMap<>();

    private final List<BinlogFile> fresh = new ArrayList<>();
    /** The uuid of the server that is read. */
    private String serverUuid = "";

    /** Replaces all known files by those that were stored. */
    public synchronized void restore(List<BinlogFile> kept) {
        known.clear();
        fresh.clear();
        kept.forEach(file -> known.put(start(file.name()), file));
    }

    /** The files that were entered since the last call. They are to be stored before an event from them is published. */
    public synchronized List<BinlogFile> fresh() {
        List<BinlogFile> entered = List.copyOf(fresh);
        fresh.clear();
        return entered;
    }

    /**
     * Checks the source before it is read: by the last known file, or, if the source does not have it, by the file that the source
     * writes.
     *
     * @throws CannotGoOnException if the source's binlog is not the one that was read before
     */
    public synchronized void look(SourceBinlog source) throws IOException, SQLException {
        SourceBinlog.Files now = source.files();
        serverUuid = now.serverUuid();
        Optional<BinlogFile> last = last();
        Optional<BinlogFile> elsewhere = last.filter(file -> !file.serverUuid().equals(serverUuid));
        if (elsewhere.isPresent()) {
            throw other("it is that of the server " + serverUuid, elsewhere.get());
        }
        if (last.isPresent() && start(now.last()).compareTo(start(last.get().name())) < 0) {
            throw other("its last file is " + now.last(), last.get());
        }
        // The engine finds out whether a file that it needs is lost.
        String file = last.map(BinlogFile::name).filter(now.names()::contains).orElse(now.last());
        enter(file, source.began(file));
    }

    /**
     * Notes that reading enters a file.
     *
     * @throws CannotGoOnException if the file is not of the binlog that was read before
     */
    public synchronized void enter(String name, Instant began) {
        BinlogFile file = new BinlogFile(name, serverUuid, began);
        Optional<BinlogFile> other = contradicting(file);
        if (other.isPresent()) {
            throw other("it has the file " + file, other.get());
        }
        if (known.put(start(name), file) == null) {
            fresh.add(file);
        }
    }

    private static CannotGoOnException other(String now, BinlogFile before) {
        return new CannotGoOnException(
                ErrorCode.SOURCE_CHANGED,
                "the source's binlog is another one: " + now + ", and what was read before is of " + before,
                null);
    }

    /** A known file that cannot be in the same binlog as this one. */
    private Optional<BinlogFile> contradicting(BinlogFile file) {
        BinlogFile same = known.get(start(file.name()));
        if (same != null) {
            return Optional.of(same).filter(before -> !before.equals(file));
        }
        // A clock may be set back, so a later file may have an earlier time. An earlier file that was not known is
        // rare.
        Optional<BinlogFile> later =
                Optional.ofNullable(known.higherEntry(start(file.name()))).map(Map.Entry::getValue);
        return later.filter(next -> next.began().isBefore(file.began()));
    }

    private Optional<BinlogFile> last() {
        return Optional.ofNullable(known.lastEntry()).map(Map.Entry::getValue);
    }

    private static BinlogPosition start(String name) {
        return new BinlogPosition(name, 0);
    }
}
