package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;

/** Looks at the source's rows, so that statements are about rows that exist. */
public interface Peek {

    /** The values of these columns in some rows, as SQL; none where the table is not there. */
    List<List<String>> rows(Table table, List<String> columns);
}
