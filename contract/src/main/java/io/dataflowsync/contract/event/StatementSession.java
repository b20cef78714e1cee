package io.dataflowsync.contract.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;

/**
 * The session in which the source ran a statement, as far as the binlog tells: the status variables of its QUERY event. A statement
 * means what it means only together with it.
 *
 * @param schema the default schema; empty where the session had none
 * @param sqlMode the words of {@code sql_mode}
 * @param timeZone {@code time_zone} as the session had it, such as {@code SYSTEM} or {@code +08:00}; empty where the event does not tell
 * @param timestampMicros when the statement began, in microseconds since 1970-01-01 UTC
 * @param clientCollation the number of the collation of {@code character_set_client}; 0 where the event does not tell
 * @param connectionCollation the number of {@code collation_connection}; 0 where the event does not tell
 * @param serverCollation the number of {@code collation_server}, which a CREATE DATABASE inherits; 0 where the event does not tell
 * @param autoIncrementIncrement {@code auto_increment_increment}
 * @param autoIncrementOffset {@code auto_increment_offset}
 * @param unchecked the checks that were off
 * @param databaseCollation the number of {@code collation_database}; 0 where the binlog does not tell: it was that of the default schema, as
 *     the session knew it. Not part of a change event
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

    /** Those of which one stands for several bring the quotes of standard SQL with them; the binlog names each of the others, too. */
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

    /** A session as an event has it; {@code collation_database} matters to who reads the source's statement alone. */
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

    /** A session of which nothing is known but its schema. */
    public static StatementSession unknown(String schema) {
        return new StatementSession(schema, List.of(), "", 0, 0, 0, 0, 1, 1, Unchecked.NOTHING);
    }

    /** The same in another time zone. */
    public StatementSession withTimeZone(String zone) {
        return with(sqlMode, zone, unchecked, databaseCollation);
    }

    /** The same with other checks switched off. */
    public StatementSession withUnchecked(Unchecked others) {
        return with(sqlMode, timeZone, others, databaseCollation);
    }

    /** The same without the modes that say how a statement is cut into words: those of a canonical statement are the same in any. */
    public StatementSession withoutQuoting() {
        List<String> modes =
                sqlMode.stream().filter(mode -> !OF_WORDS.contains(mode)).toList();
        return with(modes, timeZone, unchecked, databaseCollation);
    }

    /** The same, in which {@code collation_database} was another one than that of the default schema. */
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

    /** Whether the client's text is in another character set than one of UTF-8 (the numbers of MySQL's collations); not where that is not told. */
    public boolean speaksAnotherCharset() {
        boolean utf8 = OF_UTF8.stream().anyMatch(range -> range.contains(clientCollation));
        return clientCollation != 0 && clientCollation != BINARY && !utf8;
    }

    /** Whether text in double quotes is a name. */
    public boolean ansiQuotes() {
        return sqlMode.contains("ANSI_QUOTES");
    }

    /** Whether a backslash in a text is nothing but a backslash. */
    public boolean noBackslashEscapes() {
        return sqlMode.contains("NO_BACKSLASH_ESCAPES");
    }
}
