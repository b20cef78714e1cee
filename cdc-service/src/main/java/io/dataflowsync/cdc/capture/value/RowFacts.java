package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import io.dataflowsync.contract.event.Unchecked;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of a row event, in addition to its rows. */
public sealed interface RowFacts {
    /** The flag for foreign key checks that the session had switched off. */
    int NO_FOREIGN_KEY_CHECKS = 2;

    int RELAXED_UNIQUE_CHECKS = 4;

    /** The number of the rows' table map. */
    long getTableId();

    /** The flags of the event. */
    int flags();

    /** The reason why its rows could not be read; it then has none. */
    @Nullable
    Throwable unread();

    /** The columns that each image of its rows has. The image after a change also counts as having the columns of the one before it. */
    List<BitSet> images();

    /** Removes the rows, so that no reader of the event finds any. */
    void hide();

    /** The checks that were switched off. */
    default Unchecked unchecked() {
        return Unchecked.of((flags() & NO_FOREIGN_KEY_CHECKS) != 0, (flags() & RELAXED_UNIQUE_CHECKS) != 0);
    }

    /** Inserted rows. */
    final class Written extends WriteRowsEventData implements RowFacts {
        private static final long serialVersionUID = 1;
        private final int flags;
        private @Nullable Throwable unread;

        public Written(int flags) {
            this.flags = flags;
        }

        @Override
        public int flags() {
            return flags;
        }

        @Override
        public @Nullable Throwable unread() {
            return unread;
        }

        public void unread(Throwable reason) {
            unread = reason;
            hide();
        }

        @Override
        public List<BitSet> images() {
            return List.of(getIncludedColumns());
        }

        @Override
        public void hide() {
            setRows(List.of());
        }
    }

    /** Updated rows. */
    final class Updated extends UpdateRowsEventData implements RowFacts {
        private static final long serialVersionUID = 1;
        private final int flags;
        private @Nullable Throwable unread;

        public Updated(int flags) {
            this.flags = flags;
        }

        @Override
        public int flags() {
            return flags;
        }

        @Override
        public @Nullable Throwable unread() {
            return unread;
        }

        public void unread(Throwable reason) {
            unread = reason;
            hide();
        }

        @Override
        public List<BitSet> images() {
            BitSet after = (BitSet) getIncludedColumns().clone();
            after.or(getIncludedColumnsBeforeUpdate());
            return List.of(getIncludedColumnsBeforeUpdate(), after);
        }

        @Override
        public void hide() {
            setRows(List.of());
        }
    }

    /** Deleted rows. */
    final class Deleted extends DeleteRowsEventData implements RowFacts {
        private static final long serialVersionUID = 1;
        private final int flags;
        private @Nullable Throwable unread;

        public Deleted(int flags) {
            this.flags = flags;
        }

        @Override
        public int flags() {
            return flags;
        }

        @Override
        public @Nullable Throwable unread() {
            return unread;
        }

        public void unread(Throwable reason) {
            unread = reason;
            hide();
        }

        @Override
        public List<BitSet> images() {
            return List.of(getIncludedColumns());
        }

        @Override
        public void hide() {
            setRows(List.of());
        }
    }
}
