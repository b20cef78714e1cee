package io.dataflowsync.sandbox.fuzz.generate;

import io.dataflowsync.sandbox.fuzz.model.Table;
import java.util.List;

/** Reads the source's rows, so that statements are about rows that exist. */
public interface Peek {

    /** The values of these columns in some rows, as SQL; empty if the table does not exist. */
    List<List<String>> rows(Table table, List<String> columns);
}
