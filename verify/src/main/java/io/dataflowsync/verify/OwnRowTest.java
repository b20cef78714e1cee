package io.dataflowsync.verify;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Identifies the rows that the target has of its own. */
public interface OwnRowTest {
    /** For a target without rows of its own. */
    OwnRowTest NONE = (table, row) -> false;

    /** @param row the values as text, by column name */
    boolean isOwn(String table, Map<String, @Nullable String> row);
}
