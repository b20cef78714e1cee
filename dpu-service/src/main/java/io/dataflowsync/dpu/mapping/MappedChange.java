package io.dataflowsync.dpu.mapping;

import io.dataflowsync.contract.event.Row;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A change in the target's words; rows are by target column. */
public sealed interface MappedChange {

    /** What the source has in columns that the target computes of the same values, and must come to; none where nothing is to be compared. */
    default Row computed() {
        return Row.empty();
    }

    /** The columns that find the row behind the change, where {@link #computed} has any. */
    default Row behind() {
        return Row.empty();
    }

    /**
     * A new row.
     *
     * @param key the columns that find it; empty for a table without a key
     * @param snapshot whether a snapshot read it, so that the row may be there already; or whether it is adopted
     * @param there whether it is known to be on the target: an earlier snapshot has written it, or it was there before
     */
    record NewRow(Row values, Row key, boolean snapshot, boolean there, Row computed) implements MappedChange {
        /** A row of which nothing is compared. */
        public NewRow(Row values, Row key, boolean snapshot, boolean there) {
            this(values, key, snapshot, there, Row.empty());
        }

        @Override
        public Row behind() {
            return key;
        }
    }

    /**
     * A changed row.
     *
     * @param changed the columns that differ, as they are now; none where nothing differs on the target
     * @param found the columns that find the row
     * @param whole whether {@code found} is the whole row as it was, of which several may be equal
     * @param kept further columns that an UPDATE must name, as they are: the target would write its clock into them otherwise
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
        public Row behind() {
            Map<String, @Nullable Object> behind = new LinkedHashMap<>(found.asMap());
            behind.replaceAll((column, value) -> changed.has(column) ? changed.get(column) : value);
            return Row.of(behind);
        }
    }

    /**
     * A row that is gone.
     *
     * @param alone whether those that refer to it stay as they are
     */
    record GoneRow(Row found, boolean whole, boolean alone) implements MappedChange {
        /** A row with which goes what the foreign keys say. */
        public GoneRow(Row found, boolean whole) {
            this(found, whole, false);
        }
    }

    /**
     * A row that the target must not have, and may have or not.
     *
     * @param key the columns that find it
     * @param asWritten whether one stays whose key the target's collation takes for this one, and is written otherwise
     */
    record UnwantedRow(Row key, boolean asWritten) implements MappedChange {}

    /**
     * A row that comes back for a moment, to take along those that refer to it. The rows that it refers to itself may have left as it has.
     *
     * @param mayBeOthers whether a row of this key, where there is one, is none of the table's: then there is nothing to do
     */
    record BackRow(Row values, boolean mayBeOthers) implements MappedChange {}

    /**
     * A row that must be so, whether the target has it or not.
     *
     * @param values with the key
     */
    record PutRow(Row values, Row key) implements MappedChange {}
}
