package io.dataflowsync.cdc.capture.record;

import io.dataflowsync.cdc.capture.position.SourceOffset;
import io.dataflowsync.contract.event.Row;
import io.dataflowsync.contract.event.SourcePosition;
import io.dataflowsync.contract.table.TableName;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the snapshot's id and the number of rows so far of each table without a key.
 *
 * <p>The id is the place in the binlog that the snapshot belongs to, and the time of the attempt. The engine begins an interrupted
 * snapshot again, so no snapshot is ever resumed. Without the time, two attempts at an idle source could not be distinguished.
 */
final class SnapshotProgress {
    /** The longest id; longer keys are hashed. */
    private static final int MAX_ID = 512;

    private final Map<TableName, Integer> rowsWithoutKey = new HashMap<>();
    private final List<TableName> tables;
    private final Instant begunAt;
    private boolean expected;
    private @Nullable SourcePosition position;

    /** @param tables the tables whose rows the engine is going to read before it streams; absent if it only streams */
    SnapshotProgress(Optional<List<TableName>> tables, Instant begunAt) {
        this.tables = tables.orElse(List.of());
        this.expected = tables.isPresent();
        this.begunAt = begunAt;
    }

    List<TableName> tables() {
        return tables;
    }

    /** The id of the snapshot that this offset is in. */
    String enter(SourceOffset offset) {
        if (position == null) {
            String id = offset.file() + ":" + offset.position() + "@" + begunAt.truncatedTo(ChronoUnit.MILLIS);
            position = new SourcePosition(offset.file(), offset.position(), 0, null, id);
        }
        return Objects.requireNonNull(position.snapshot());
    }

    /** The place in the binlog that the snapshot belongs to, the same for all its rows; known once the snapshot is entered. */
    SourcePosition position() {
        return Objects.requireNonNull(position);
    }

    /** Whether the snapshot ends with this offset. True only once. */
    boolean endsAt(SourceOffset offset) {
        boolean ends = expected && !offset.inSnapshot();
        if (ends) {
            expected = false;
        }
        return ends;
    }

    /** The id of a row: {@code snapshot/schema.table/key}. */
    String rowId(String snapshot, TableName table, Row key) {
        String prefix = snapshot + "/" + table + "/";
        if (key.isEmpty()) {
            return prefix + "#" + rowsWithoutKey.merge(table, 1, Integer::sum);
        }
        String values = key.values().stream().map(SnapshotProgress::escaped).collect(Collectors.joining(","));
        return prefix.length() + values.length() <= MAX_ID ? prefix + values : prefix + "sha-256:" + hash(values);
    }

    private static String escaped(@Nullable Object value) {
        return String.valueOf(value).replace("\\", "\\\\").replace(",", "\\,");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
