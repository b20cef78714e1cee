package io.dataflowsync.contract.event;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Writes the changes of rows as JSON, in one pass and without intermediate objects. Not thread-safe. */
final class RowLine {
    private static final byte[] START = start(EventCodec.FIRST_VERSION);
    /** The higher version, because a reader that does not know partial rows would take a missing column for NULL. */
    private static final byte[] PARTIAL_START = start(EventCodec.VERSION);

    private static final byte[] OPERATION = ascii(",\"operation\":\"");
    private static final byte[] SCHEMA = ascii("\",\"schema\":");
    private static final byte[] TABLE = ascii(",\"table\":");
    private static final byte[] FILE = ascii(",\"source\":{\"file\":");
    private static final byte[] POSITION = ascii(",\"position\":");
    private static final byte[] ROW = ascii(",\"row\":");
    private static final byte[] GTID = ascii(",\"gtid\":");
    private static final byte[] SNAPSHOT = ascii(",\"snapshot\":");
    private static final byte[] COMMITTED = ascii("},\"committedAt\":\"");
    private static final byte[] CAPTURED = ascii("\",\"capturedAt\":\"");
    private static final byte[] DEFINITION = ascii("\",\"definition\":");
    private static final byte[] UNCHECKED = ascii(",\"unchecked\":[\"");
    private static final byte[] IMAGE = ascii(",\"image\":\"" + EventCodec.PARTIAL + "\"");
    private static final byte[] UNFOLLOWED = ascii(",\"unfollowed\":true");
    private static final byte[] END = ascii("\"}");

    private final JsonLine line = new JsonLine();
    private final Moment committed = new Moment();
    private final Moment captured = new Moment();
    private final Version definition = new Version();

    private static byte[] start(int version) {
        return ascii("{\"version\":" + version + ",\"id\":");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Caches the text of the last moment, because many consecutive events have the same one. */
    private static final class Moment {
        private @Nullable Instant instant;
        private byte[] text = {};

        byte[] text(Instant moment) {
            if (!moment.equals(instant)) {
                instant = moment;
                text = ascii(moment.toString());
            }
            return text;
        }
    }

    /** Caches the text of the last version, because many consecutive events have the same one. */
    private static final class Version {
        private @Nullable BinlogPosition place;
        private String text = "";

        String text(BinlogPosition version) {
            if (!version.equals(place)) {
                place = version;
                text = version.toString();
            }
            return text;
        }
    }

    byte[] encode(ChangeEvent.RowChange change) {
        line.begin().plain(change.isPartial() ? PARTIAL_START : START).text(change.id());
        line.plain(OPERATION).plain(change.operation().word());
        line.plain(SCHEMA).text(change.table().schema());
        line.plain(TABLE).text(change.table().table());
        row("key", change.key());
        if (change instanceof ChangeEvent.Update update && update.changesKey()) {
            row("oldKey", update.oldKey());
            if (update.unfollowed()) {
                line.plain(UNFOLLOWED);
            }
        }
        row("before", change.before());
        row("after", change.after());
        origin(change.origin());
        return line.end();
    }

    byte[] encodeKey(ChangeEvent.RowChange change) {
        line.begin().plain("{\"schema\":").text(change.table().schema());
        line.plain(TABLE).text(change.table().table());
        row("key", change.key());
        line.plain('}');
        return line.end();
    }

    private void origin(EventOrigin origin) {
        SourcePosition position = origin.position();
        line.plain(FILE).text(position.file());
        line.plain(POSITION).number(position.position());
        line.plain(ROW).number(position.row());
        if (position.gtid() != null) {
            line.plain(GTID).text(position.gtid());
        }
        if (position.snapshot() != null) {
            line.plain(SNAPSHOT).text(position.snapshot());
        }
        line.plain(COMMITTED).plain(committed.text(origin.committedAt()));
        line.plain(CAPTURED).plain(captured.text(origin.capturedAt()));
        if (origin.definition() == null) {
            line.plain('"');
        } else {
            line.plain(DEFINITION).text(definition.text(origin.definition()));
        }
        unchecked(origin.unchecked());
        if (origin.partial()) {
            line.plain(IMAGE);
        }
        line.plain('}');
    }

    private void unchecked(Unchecked unchecked) {
        if (unchecked.foreignKeys()) {
            line.plain(UNCHECKED).plain(EventCodec.FOREIGN_KEYS);
            line.plain(unchecked.uniqueKeys() ? "\",\"" + EventCodec.UNIQUE_KEYS + "\"]" : "\"]");
        } else if (unchecked.uniqueKeys()) {
            line.plain(UNCHECKED).plain(EventCodec.UNIQUE_KEYS).plain("\"]");
        }
    }

    private void row(String name, @Nullable Row row) {
        if (row == null) {
            return;
        }
        line.plain(",\"").plain(name).plain("\":{");
        for (int i = 0; i < row.size(); i++) {
            if (i > 0) {
                line.plain(',');
            }
            line.plain(row.names().field(i));
            value(row.get(i));
        }
        line.plain('}');
    }

    private void value(@Nullable Object value) {
        if (value instanceof String text) {
            line.text(text);
        } else if (value instanceof Long number) {
            line.number(number);
        } else if (value == null) {
            line.plain("null");
        } else if (value instanceof BigInteger number) {
            line.plain(number.toString());
        } else if (value instanceof Double number) {
            line.plain(number.toString());
        } else if (value instanceof Binary binary) {
            line.plain("{\"base64\":\"").plain(Base64.getEncoder().encode(binary.bytes()));
            line.plain(END);
        } else if (value instanceof Geometry geometry) {
            line.plain("{\"srid\":").number(geometry.srid()).plain(",\"wkb\":\"");
            line.plain(HexFormat.of().formatHex(geometry.wkb().bytes())).plain(END);
        } else {
            throw new IllegalArgumentException(
                    "no JSON form for a value of " + value.getClass().getName());
        }
    }
}
