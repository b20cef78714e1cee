package io.dataflowsync.cdc.capture.value;

import com.github.shyiko.mysql.binlog.event.DeleteRowsEventData;
import com.github.shyiko.mysql.binlog.event.UpdateRowsEventData;
import com.github.shyiko.mysql.binlog.event.WriteRowsEventData;
import io.dataflowsync.contract.event.Unchecked;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a row event says beside its rows. */
public sealed interface RowFacts {
    /** The checks that its session had switched off. */
    int NO_FOREIGN_KEY_CHECKS = 2;

    int RELAXED_UNIQUE_CHECKS = 4;

    /** The number of the table map that its rows are of. */
    long getTableId();

    /** The flags of the event. */
    int flags();

    /** What its rows could not be read for; it then has none. */
    @Nullable
    Throwable unread();

    /** The columns that each image of its rows has; the one of after a change has what is known of before it too. */
    List<BitSet> images();

    /** Takes the rows away; nobody who is told of the event finds any. */
    void hide();

    /** The checks that were off. */
    default Unchecked unchecked() {
        return Unchecked.of((flags() & NO_FOREIGN_KEY_CHECKS) != 0, (flags() & RELAXED_UNIQUE_CHECKS) != 0);
    }

    /** Rows that came. */
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

    /** Rows that changed. */
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

    /** Rows that went. */
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
