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
 * The files of the source's binlog that were read. What is on the topic is told from what is to come by places, and places can be compared
 * within the binlog of one server alone, and only until its files are begun anew. Thread-safe.
 */
public final class BinlogFiles {
    /** By where each begins. */
    private final NavigableMap<BinlogPosition, BinlogFile> known = new TreeMap<>();

    private final List<BinlogFile> fresh = new ArrayList<>();
    /** The server that is read. */
    private String serverUuid = "";

    /** Takes those that were kept in the place of all that are known. */
    public synchronized void know(List<BinlogFile> kept) {
        known.clear();
        fresh.clear();
        kept.forEach(file -> known.put(start(file.name()), file));
    }

    /** Those that were met since this was asked last: they are to be kept before anything that is read from them is published. */
    public synchronized List<BinlogFile> fresh() {
        List<BinlogFile> met = List.copyOf(fresh);
        fresh.clear();
        return met;
    }

    /**
     * Looks at the source before it is read: at the last file that is known, or at the one that it writes where none is.
     *
     * @throws CannotGoOnException where the source's binlog is not the one that was read before
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
        // Whether a file is lost that is needed, the engine finds.
        String file = last.map(BinlogFile::name).filter(now.names()::contains).orElse(now.last());
        enter(file, source.began(file));
    }

    /**
     * Reading enters a file.
     *
     * @throws CannotGoOnException where it is not of the binlog that was read before
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

    /** A known file that one binlog cannot hold beside this one. */
    private Optional<BinlogFile> contradicting(BinlogFile file) {
        BinlogFile same = known.get(start(file.name()));
        if (same != null) {
            return Optional.of(same).filter(before -> !before.equals(file));
        }
        // A clock may be set back, so a later file need not be begun later; an earlier one of which nothing was known
        // is rare.
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
