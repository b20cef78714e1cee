package io.dataflowsync.contract.error;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** All errors of an event, a lane or a service, each with its kind and its remedy. */
public enum ErrorCode {
    SOURCE_AWAY(ErrorKind.RETRY, "Start the source again, or repair the connection to it."),
    SOURCE_STALLED(
            ErrorKind.RETRY, "Nothing: the stream is opened again. If it recurs, repair the connection to the source."),
    LOG_AWAY(ErrorKind.RETRY, "Start MariaDB again, or repair the connection to it."),
    BROKER_AWAY(ErrorKind.RETRY, "Start Kafka again, or repair the connection to it."),
    TOPIC_MISSING(
            ErrorKind.RETRY,
            "Start cdc-service: it creates the pipeline's topics. If it runs, compare dfs.project and dfs.broker of both services."),
    TARGET_AWAY(ErrorKind.RETRY, "Start the target again, or repair the connection to it."),
    TARGET_DEADLOCK(ErrorKind.RETRY, "Nothing: the transaction is repeated."),
    TARGET_LOCKED(
            ErrorKind.RETRY,
            "End the transaction on the target that holds the row or the table: see performance_schema.data_locks."),
    TARGET_READ_ONLY(ErrorKind.RETRY, "Set read_only and super_read_only to OFF on the target."),
    TARGET_FULL(ErrorKind.RETRY, "Give the target's disk or tablespace more free space."),
    KEYS_USED_UP(
            ErrorKind.RETRY,
            "Give the key column that the text names a larger type on the target, and those that refer to it; the"
                    + " lane goes on by itself."),
    TARGET_FORBIDS(ErrorKind.RETRY, "Grant the pipeline's user of the target the privilege that the text names."),
    TARGET_SESSION(
            ErrorKind.RETRY,
            "Something between DataFlowSync and the target, a proxy or init_connect, changes the variables of sessions. Connect to the target"
                    + " without it, or let it keep the variables that the text names."),
    LANES_APART(
            ErrorKind.RETRY,
            "Nothing: all lanes wait for each other at a schema change, and the text names the lane that they wait"
                    + " for. If that lane is halted or no replica has it, look there."),
    XA_PREPARED(
            ErrorKind.RETRY,
            "End the prepared XA transactions at the source with XA COMMIT or XA ROLLBACK (XA RECOVER lists them):"
                    + " their rows would be in no snapshot. It is tried again by itself."),
    SERVICE_AWAY(
            ErrorKind.RETRY,
            "Start the service again, or repair the connection to it: its own log says why it ended. If it runs"
                    + " and does not answer, restart it."),
    UNEXPECTED(ErrorKind.RETRY, "Look at the service's log. It is tried again in the meantime."),

    DUPLICATE_VALUE(
            ErrorKind.REJECT,
            "Another row of the target has this unique value: change or delete that one and replay, or replay with another value."),
    VALUE_TOO_LONG(ErrorKind.REJECT, "Widen the target's column and replay, or replay with a shorter value."),
    OUT_OF_RANGE(ErrorKind.REJECT, "Give the target's column a wider type and replay, or replay with another value."),
    WRONG_VALUE(
            ErrorKind.REJECT,
            "The target's column does not take such a value: change its type and replay, or replay with another value."),
    NULL_VALUE(
            ErrorKind.REJECT,
            "Let the target's column be NULL or give it a default, and replay; or replay with a value."),
    CHECK_VIOLATED(ErrorKind.REJECT, "Change the target's CHECK constraint and replay, or replay with another value."),
    MISSING_PARENT(
            ErrorKind.REJECT,
            "The row it refers to is not on the target: bring it there and replay. If it only comes later, as in a load with"
                    + " foreign_key_checks = 0, nothing: it is tried again by itself."),
    STILL_REFERENCED(
            ErrorKind.REJECT,
            "Rows of the target refer to it, and its foreign key does not cascade: delete them and replay, or dismiss."),
    NO_TARGET_TABLE(ErrorKind.REJECT, "Create the table on the target and replay, or skip it in the pipeline file."),
    NO_TARGET_COLUMN(
            ErrorKind.REJECT,
            "Add the column to the target's table and replay; or name another, or drop it, in the pipeline file."),
    ROW_NOT_FOUND(
            ErrorKind.REJECT,
            "The target has no such row: it was deleted or changed there. Put it back and replay, or dismiss."),
    UNCAPTURED_REFERENCE(
            ErrorKind.REJECT, "The row refers to a table that is not captured: capture it, or change the policy."),
    ADOPT_SEVERAL(
            ErrorKind.REJECT,
            "Several rows of the target have the values by which the row is adopted: keep only one of them and replay, or import the"
                    + " relationship with POST /api/v1/relationships/import and replay."),
    ADOPT_TAKEN(
            ErrorKind.REJECT,
            "The row of the target that has these values belongs to another row of the source: change one of the two and replay."),
    ADOPT_TOO_LATE(
            ErrorKind.REJECT,
            "A row that refers to it came first, so it has a new key already: import its relationship to the row of the target with"
                    + " POST /api/v1/relationships/import, which corrects those references too, and replay."),
    CONVERSION(
            ErrorKind.REJECT,
            "The value cannot be converted as the pipeline file says: replay with another value, or change the conversion."),
    ZERO_DATE(
            ErrorKind.REJECT,
            "The date has a month or a day of 0, and its column says zero-dates: dead-letter. Replay with another value."),
    EXPRESSION_FAILED(
            ErrorKind.REJECT,
            "An expression or a filter has no value for this row, or a map writes a value in another form than the"
                    + " column prints it: correct it in the pipeline file, or replay with another value."),
    IMAGE_INCOMPLETE(
            ErrorKind.REJECT,
            "The source's session wrote only some of the row's columns, and the pipeline needs those that the"
                    + " text names. Dismiss this, and read the table again with POST /api/v1/capture/snapshots of"
                    + " cdc-service; one without a primary key cannot be read again: do the change by hand on the target,"
                    + " and dismiss this. Set binlog_row_image to FULL in the session that wrote it."),
    PROCESSOR_FAILED(
            ErrorKind.REJECT, "The table's processor threw the exception that the text names: fix it and replay."),
    TRUNCATE_WITHOUT_KEY(
            ErrorKind.REJECT,
            "Delete by hand the rows that came from the source, but not the target's own rows. Then dismiss."),
    UNKNOWN_TABLE(
            ErrorKind.REJECT,
            "The topic has no definition of this table: dismiss this, and read the table again with POST"
                    + " /api/v1/capture/snapshots of cdc-service."),
    UNREADABLE(
            ErrorKind.REJECT,
            "The record on the topic is not a change event: find out which program wrote it, and dismiss."),
    UNPLANNABLE(ErrorKind.REJECT, "The service cannot handle the event: report it, with the event."),
    FILTERED_KEY(
            ErrorKind.REJECT,
            "A row that its filter leaves out has changed a key that other rows refer to. The source has changed"
                    + " those rows, too, but no event says so. Change those on the target as they are in the source,"
                    + " and dismiss this one; or dismiss it, and read their tables again with POST"
                    + " /api/v1/capture/snapshots of cdc-service."),
    CASCADE_READ(
            ErrorKind.REJECT,
            "A foreign key of the source changes rows together with this one, but no event says so. The pipeline"
                    + " file converts the changed columns, or the target has other rows that stay as they are."
                    + " Dismiss the dead letter, then read its table and those that the text names again, with POST"
                    + " /api/v1/capture/snapshots."),
    REFUSED_BY_TARGET(ErrorKind.REJECT, "The target refuses the statement for the given reason: fix it and replay."),
    WAITS_BEHIND(
            ErrorKind.REJECT, "Replay or dismiss the dead letter that it waits for; then it is applied by itself."),

    SOURCE_STATEMENT(
            ErrorKind.STOP,
            "The binlog has a statement instead of the rows that it changed. Set binlog_format to ROW in the"
                    + " session that ran it, acknowledge the place with POST /api/v1/capture/skip, and read the tables that"
                    + " it changed, and those whose rows change with them, again with POST /api/v1/capture/snapshots. A table"
                    + " without a primary key cannot be read again: do the same change by hand on the target."),
    SOURCE_XA(
            ErrorKind.STOP,
            "The rows of an XA transaction stand in the binlog before it is known whether it commits. Once it has"
                    + " committed, acknowledge the place with POST /api/v1/capture/skip. If it was rolled back,"
                    + " acknowledge it too, and then read the tables that it changed, and those whose rows change with them,"
                    + " again with POST /api/v1/capture/snapshots. Let its client use plain transactions."),
    SOURCE_ROLLBACK(
            ErrorKind.STOP,
            "Rows that the binlog already had were rolled back. They are applied once the place is acknowledged with"
                    + " POST /api/v1/capture/skip. Then read the tables that it changed, and those whose rows change"
                    + " with them, again with POST /api/v1/capture/snapshots. A table without a primary key cannot"
                    + " be read again: undo its rows by hand on the target."),
    SOURCE_PARTIAL_ROWS(
            ErrorKind.STOP,
            "The binlog has only parts of rows. Run SET GLOBAL binlog_row_value_options = '' on the source,"
                    + " acknowledge the place with POST /api/v1/capture/skip, and read the table again with POST"
                    + " /api/v1/capture/snapshots."),
    SOURCE_PARTIAL_IMAGE(
            ErrorKind.STOP,
            "A new row lacks the columns that the text names, or another one lacks its table's key. Set"
                    + " binlog_row_image to FULL in the session that wrote it and globally, acknowledge the place with POST"
                    + " /api/v1/capture/skip, and read the tables that it changed, and those whose rows change with them, again"
                    + " with POST /api/v1/capture/snapshots. A table without a primary key cannot be read again: do the"
                    + " same change by hand on the target."),
    SOURCE_CASCADE(
            ErrorKind.STOP,
            "A foreign key over a table that is not captured, or over columns that are dropped or not written,"
                    + " deletes or changes captured rows, but no event says so; or rows are written through a MERGE"
                    + " table. Acknowledge the place with POST /api/v1/capture/skip, then read the tables that the"
                    + " text names again with POST /api/v1/capture/snapshots; or capture the other table too, and"
                    + " write those columns. A table without a primary key cannot be read again: copy its rows by"
                    + " hand."),
    DEFINITION_UNPROVEN(
            ErrorKind.STOP,
            "Nothing proves what the table at this place is, or its rows are of another definition; the text says"
                    + " which. A statement: acknowledge it with POST /api/v1/capture/skip and the table's definition"
                    + " after it, and its rows are read. Rows: skip them, which leaves them out, and read the tables"
                    + " that it changed, and those whose rows change with them, again with POST"
                    + " /api/v1/capture/snapshots; one without a primary key: do the change by hand on the target."
                    + " If a table was changed outside the binlog, first run any statement about it at the"
                    + " source, such as an ALTER TABLE of its comment: from there on its definition is known."),
    SOURCE_INCIDENT(
            ErrorKind.STOP,
            "The source says that its binlog lost changes at this place. Acknowledge it with POST"
                    + " /api/v1/capture/skip, and read all tables again with POST /api/v1/capture/snapshots; those without"
                    + " a primary key cannot be read again: compare them by hand."),
    SOURCE_POSITION_LOST(
            ErrorKind.STOP,
            "The source has purged the binlog that is read next, so changes are missing. Put the purged files back and resume; or"
                    + " take a new snapshot with a new project name and the same log.schema."),
    SOURCE_CHANGED(
            ErrorKind.STOP,
            "The source's address leads to another server, or its binlogs were started again: places in the two binlogs"
                    + " cannot be compared, and changes may be missing. Let the address lead to the former server and"
                    + " resume; or take a new snapshot with a new project name and a new log.schema, into which the"
                    + " relationships are imported first."),
    SCHEMA_HISTORY_LOST(
            ErrorKind.STOP,
            "The topic of the schema history is lost or does not reach back to the offset. Restore it and resume; or take a new"
                    + " snapshot with a new project name and the same log.schema."),
    ENGINE_VERSION(
            ErrorKind.STOP,
            "This build has a version of Debezium that it was not made for: build it again with the version that the text names."),
    SOURCE_UNREADABLE(
            ErrorKind.STOP,
            "Something in the binlog cannot be read for the given reason: fix it and resume with POST"
                    + " /api/v1/capture/resume. Otherwise acknowledge it with POST /api/v1/capture/skip: rows are left out, so"
                    + " read their tables again with POST /api/v1/capture/snapshots; a schema change is done by hand on the"
                    + " target first."),
    SOURCE_REFUSES(ErrorKind.STOP, "Give the pipeline's user of the source what the text names, and resume."),
    LOG_REFUSES(ErrorKind.STOP, "Correct MariaDB, its user or its schema as the text says, and resume."),
    BROKER_REFUSES(ErrorKind.STOP, "Correct the topic or the rights on it as the text says, and resume."),
    TOPIC_CHANGED(
            ErrorKind.STOP,
            "Bring the broker's data back and start both services again; or stop both, give the pipeline another project name with the"
                    + " same log.schema, and start them: a new snapshot brings the rows under the keys that they have."),
    KEYLESS_ROWS(
            ErrorKind.STOP,
            "Stop both services, delete on the target the rows of the table that came from the source, start them, and acknowledge the"
                    + " place with POST /api/v1/capture/skip: the new snapshot brings the rows again."),
    TABLE_GONE(
            ErrorKind.STOP,
            "A snapshot starts again, and a table whose rows were copied before does not exist any more, or has"
                    + " another name. Once dpu-service has applied all events, delete on the target the rows that"
                    + " came from it, and acknowledge the place with POST /api/v1/capture/skip."),
    EVENT_TOO_LARGE(
            ErrorKind.STOP,
            "Drop the large column in the pipeline file and start again; or raise MariaDB's max_allowed_packet"
                    + " if the text names it, and start cdc-service again; or acknowledge the place with POST"
                    + " /api/v1/capture/skip and bring the row to the target by hand, and its new key to dpu-service with"
                    + " POST /api/v1/relationships/import."),
    INSTANCE_TAKEN_OVER(ErrorKind.STOP, "Another cdc-service of this project runs: let only one run."),
    CAPTURE_FAILED(ErrorKind.STOP, "Resume with POST /api/v1/capture/resume; if it recurs, report it with the text."),
    LANE_TAKEN_OVER(ErrorKind.STOP, "Nothing: another replica has the lane."),
    EVENT_REJECTED(
            ErrorKind.STOP,
            "The pipeline says on-error: stop. Fix the problem that the text names, and the lane goes on by itself."),
    SCHEMA_CHANGE_REFUSED(
            ErrorKind.STOP,
            "Do on the target what the text says, or fix the problem that it names: the lane goes on by itself. To"
                    + " pass this one statement without running it, call dpu-service with POST"
                    + " /api/v1/schema-changes/EVENT/pass, with the event that the text names."),
    REFERENCE_UNCLEAR(
            ErrorKind.STOP,
            "It is not certain what a column refers to. Write under references: in the pipeline file what the text"
                    + " says, or change the column as it says, and start both services again: the lane goes on by"
                    + " itself."),
    LETTERS_FIRST(
            ErrorKind.STOP,
            "Replay or dismiss the dead letters of the table that the text names: they can be applied only before"
                    + " the statement that it names, because after it their rows mean something else. The lane goes on by"
                    + " itself."),
    TARGET_MISFIT(
            ErrorKind.STOP,
            "Change the target's table as the text says: the lane goes on by itself as soon as it fits."),
    KEY_INCOMPLETE(
            ErrorKind.STOP,
            "An UPDATE or DELETE of one row would be made without its whole key. Give the target's table the columns of the key that"
                    + " the text names, or write the table's key: in the pipeline file and start dpu-service again; the lane goes on by"
                    + " itself."),
    SEVERAL_ROWS(
            ErrorKind.STOP,
            "Several rows of the target have the key of one row of the source. Delete the surplus ones on the target, and give it a"
                    + " unique key over these columns: the lane goes on by itself."),
    TARGET_TABLE_AMBIGUOUS(
            ErrorKind.STOP,
            "Names of tables differ only in case. Give the target a table of exactly the name that the text asks for, or write the"
                    + " exact name as the table's target: in the pipeline file and start dpu-service again."),
    TARGET_TRIGGER(
            ErrorKind.STOP,
            "A trigger of the target changes the rows that are written, or writes a table that rows are written to."
                    + " Drop it there, and the lane goes on by itself; or name it under allow-triggers: in the"
                    + " pipeline file and start dpu-service again."),
    TARGET_COMPUTES(
            ErrorKind.STOP,
            "The target computes a column when a row is written, and the source may have computed another value. Make it a plain column"
                    + " there, as the text says: it gets the source's values then, and the lane goes on by itself. Rows that are there"
                    + " keep the values that the target has computed: read the table again with POST"
                    + " /api/v1/capture/snapshots of cdc-service."),
    TARGET_RULE(
            ErrorKind.STOP,
            "The source's foreign keys and the target's do not change the same rows together with others, and no"
                    + " event has such changes. Add the foreign key that the text names on the target, or drop it there, as"
                    + " the text says: the lane goes on by itself."),
    LOG_MISMATCH(
            ErrorKind.STOP,
            "Target and log schema do not belong together: name the ones that do, or restore both from the same time."),
    TOO_MANY_DEAD_LETTERS(
            ErrorKind.STOP, "Replay or dismiss the lane's dead letters: it goes on by itself when there are fewer.");

    private final ErrorKind kind;
    private final String remedy;

    ErrorCode(ErrorKind kind, String remedy) {
        this.kind = kind;
        this.remedy = remedy;
    }

    /** Returns the written form: {@code duplicate-value}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public ErrorKind kind() {
        return kind;
    }

    /** Returns the action for an operator, in a sentence. */
    public String remedy() {
        return remedy;
    }

    /** Returns the code of a word; empty if the word is not a code. */
    public static Optional<ErrorCode> ofWord(String word) {
        return Arrays.stream(values()).filter(code -> code.word().equals(word)).findFirst();
    }
}
