package io.dataflowsync.sandbox.verify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells the rows that the target has of its own. */
public interface OwnRowTest {
    /** A target without rows of its own. */
    OwnRowTest NONE = (table, row) -> false;

    /** @param row by column name, the values as text */
    boolean isOwn(String table, Map<String, @Nullable String> row);
}
