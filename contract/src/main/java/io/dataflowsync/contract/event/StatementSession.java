package io.dataflowsync.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * The session in which the source ran a statement, as far as the binlog contains it: the status variables of its QUERY event. The meaning
 * of a statement depends on it. It is flat, because it is a part of the JSON of the change event.
 *
 * @param schema the default schema; empty if the session had none
 * @param sqlMode the words of {@code sql_mode}
 * @param timeZone {@code time_zone} of the session, such as {@code SYSTEM} or {@code +08:00}; empty if the event does not contain it
 * @param timestampMicros when the statement began, in microseconds since 1970-01-01 UTC
 * @param clientCollation the number of the collation of {@code character_set_client}; 0 if the event does not contain it
 * @param connectionCollation the number of {@code collation_connection}; 0 if the event does not contain it
 * @param serverCollation the number of {@code collation_server}, which a CREATE DATABASE inherits; 0 if the event does not contain it
 * @param autoIncrementIncrement {@code auto_increment_increment}
 * @param autoIncrementOffset {@code auto_increment_offset}
 * @param unchecked the checks that were off
 * @param databaseCollation the number of {@code collation_database}; 0 if the binlog does not contain it: then it was that of the
 *     default schema, as the session knew it. Not part of a change event
 */
public record StatementSession(
        String schema,
        List<String> sqlMode,
        String timeZone,
        long timestampMicros,
        int clientCollation,
        int connectionCollation,
        int serverCollation,
        int autoIncrementIncrement,
        int autoIncrementOffset,
        Unchecked unchecked,
        @JsonIgnore int databaseCollation) {

    /**
     * The modes that change how a statement is split into words. A combined mode includes ANSI_QUOTES; the binlog names each mode that it
     * combines, too.
     */
    private static final Set<String> OF_WORDS = Set.of("ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "IGNORE_SPACE", "ANSI");

    private static final int BINARY = 63;
    private static final List<Range> OF_UTF8 = List.of(
            new Range(33, 33),
            new Range(83, 83),
            new Range(192, 215),
            new Range(223, 223), // utf8
            new Range(45, 46),
            new Range(224, 247),
            new Range(255, 323)); // utf8mb4

    private record Range(int first, int last) {
        boolean contains(int number) {
            return first <= number && number <= last;
        }
    }

    /**
     * A session as it stands in an event. It has no {@code collation_database}, because only the reader of the source's binlog needs that.
     */
    @JsonCreator
    public StatementSession(
            @JsonProperty("schema") String schema,
            @JsonProperty("sqlMode") List<String> sqlMode,
            @JsonProperty("timeZone") String timeZone,
            @JsonProperty("timestampMicros") long timestampMicros,
            @JsonProperty("clientCollation") int clientCollation,
            @JsonProperty("connectionCollation") int connectionCollation,
            @JsonProperty("serverCollation") int serverCollation,
            @JsonProperty("autoIncrementIncrement") int autoIncrementIncrement,
            @JsonProperty("autoIncrementOffset") int autoIncrementOffset,
            @JsonProperty("unchecked") Unchecked unchecked) {
        this(
                schema,
                sqlMode,
                timeZone,
                timestampMicros,
                clientCollation,
                connectionCollation,
                serverCollation,
                autoIncrementIncrement,
                autoIncrementOffset,
                unchecked,
                0);
    }

    /** Returns a session of which only the schema is known. */
    public static StatementSession unknown(String schema) {
        return new StatementSession(schema, List.of(), "", 0, 0, 0, 0, 1, 1, Unchecked.NOTHING);
    }

    /** Returns a copy with another time zone. */
    public StatementSession withTimeZone(String zone) {
        return with(sqlMode, zone, unchecked, databaseCollation);
    }

    /** Returns a copy with other checks switched off. */
    public StatementSession withUnchecked(Unchecked others) {
        return with(sqlMode, timeZone, others, databaseCollation);
    }

    /** Returns a copy without the modes that change how a statement is split into words: a canonical statement does not depend on them. */
    public StatementSession withoutQuoting() {
        List<String> modes =
                sqlMode.stream().filter(mode -> !OF_WORDS.contains(mode)).toList();
        return with(modes, timeZone, unchecked, databaseCollation);
    }

    /** Returns a copy whose {@code collation_database} was another one than that of the default schema. */
    public StatementSession withDatabaseCollation(int number) {
        return with(sqlMode, timeZone, unchecked, number);
    }

    private StatementSession with(List<String> modes, String zone, Unchecked others, int collation) {
        return new StatementSession(
                schema,
                modes,
                zone,
                timestampMicros,
                clientCollation,
                connectionCollation,
                serverCollation,
                autoIncrementIncrement,
                autoIncrementOffset,
                others,
                collation);
    }

    /**
     * Returns whether the client's text is in a character set that is not UTF-8 (by the numbers of MySQL's collations); false if it is
     * not known.
     */
    public boolean speaksAnotherCharset() {
        boolean utf8 = OF_UTF8.stream().anyMatch(range -> range.contains(clientCollation));
        return clientCollation != 0 && clientCollation != BINARY && !utf8;
    }

    /** Returns whether text in double quotes is a name. */
    public boolean ansiQuotes() {
        return sqlMode.contains("ANSI_QUOTES");
    }

    /** Returns whether a backslash in a text is an ordinary character. */
    public boolean noBackslashEscapes() {
        return sqlMode.contains("NO_BACKSLASH_ESCAPES");
    }
}
