package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change in tables, columns and values of the target. Rows are by target column. */
public sealed interface MappedChange {

    /**
     * The source's values of columns that the target computes from the same values: the target must get the same ones. Empty if nothing is
     * to be compared.
     */
    default Row computed() {
        return Row.empty();
    }

    /** The columns that find the row after the change, if {@link #computed} has any. */
    default Row rowAfter() {
        return Row.empty();
    }

    /**
     * A new row.
     *
     * @param key the columns that find it; empty for a table without a key
     * @param snapshot whether a snapshot read the row, so that the target may have it already; or whether it is adopted
     * @param there whether the target certainly has the row: an earlier snapshot has written it, or it was adopted
     */
    record NewRow(Row values, Row key, boolean snapshot, boolean there, Row computed) implements MappedChange {
        /** A row of which nothing is compared. */
        public NewRow(Row values, Row key, boolean snapshot, boolean there) {
            this(values, key, snapshot, there, Row.empty());
        }

        @Override
        public Row rowAfter() {
            return key;
        }
    }

    /**
     * A changed row.
     *
     * @param changed the columns that differ, with their values now; empty if nothing differs on the target
     * @param found the columns that find the row
     * @param whole whether {@code found} is the whole row as it was; several rows may then be equal
     * @param kept further columns that an UPDATE must name with their values: otherwise the target would write its clock into them
     */
    record ChangedRow(Row changed, Row found, boolean whole, Row kept, Row computed) implements MappedChange {
        /** A row of which nothing is compared. */
        public ChangedRow(Row changed, Row found, boolean whole, Row kept) {
            this(changed, found, whole, kept, Row.empty());
        }

        /** A row into which the target writes no clock. */
        public ChangedRow(Row changed, Row found, boolean whole) {
            this(changed, found, whole, Row.empty());
        }

        @Override
        public Row rowAfter() {
            Map<String, @Nullable Object> after = new LinkedHashMap<>(found.asMap());
            after.replaceAll((column, value) -> changed.has(column) ? changed.get(column) : value);
            return Row.of(after);
        }
    }

    /**
     * A deleted row.
     *
     * @param alone whether the rows that refer to it stay as they are
     */
    record GoneRow(Row found, boolean whole, boolean alone) implements MappedChange {
        /** A deleted row, along with which the target's foreign keys delete or change other rows. */
        public GoneRow(Row found, boolean whole) {
            this(found, whole, false);
        }
    }

    /**
     * A row that the target must not have. It is deleted if it is there.
     *
     * @param key the columns that find it
     * @param asWritten whether a row stays whose key is equal only by the target's collation, and is written in another way
     */
    record UnwantedRow(Row key, boolean asWritten) implements MappedChange {}

    /**
     * A row that is inserted for a moment and then deleted, so that the target's foreign keys act on the rows that refer to it. The rows
     * that it refers to itself may be gone, too.
     *
     * @param mayBeOthers whether an existing row with this key belongs to another table: then nothing is done
     */
    record BackRow(Row values, boolean mayBeOthers) implements MappedChange {}

    /**
     * A row that is written with these values, whether the target has it or not.
     *
     * @param values all values, the key included
     */
    record PutRow(Row values, Row key) implements MappedChange {}
}
