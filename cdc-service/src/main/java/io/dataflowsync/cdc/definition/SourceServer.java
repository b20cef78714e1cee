package io.dataflowsync.cdc.definition;

import java.util.Map;

/**
 * The settings of the source that complete the meaning of a statement.
 *
 * @param version the version as versioned comments have it: 50722
 * @param lowerCaseTableNames {@code lower_case_table_names}
 * @param explicitDefaultsForTimestamp {@code explicit_defaults_for_timestamp}
 * @param serverCollation {@code collation_server}, the collation of a schema that names none
 * @param defaultEngine {@code default_storage_engine} in lower case
 * @param collationsByNumber the names of all collations by their numbers
 * @param defaultCollationByCharset the default collation of each character set
 * @param bytesByCharset the largest number of bytes of a character, by character set
 */
public record SourceServer(
        int version,
        int lowerCaseTableNames,
        boolean explicitDefaultsForTimestamp,
        String serverCollation,
        String defaultEngine,
        Map<Integer, String> collationsByNumber,
        Map<String, String> defaultCollationByCharset,
        Map<String, Integer> bytesByCharset) {

    public SourceServer {
        collationsByNumber = Map.copyOf(collationsByNumber);
        defaultCollationByCharset = Map.copyOf(defaultCollationByCharset);
        bytesByCharset = Map.copyOf(bytesByCharset);
    }
}
