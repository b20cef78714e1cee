package io.dataflowsync.cdc.definition;

import java.util.List;

/** Recognises the statements that change no table's definition, by their first words. */
final class OtherStatements {
    private static final List<String> FIRST = List.of("""
            ANALYZE BEGIN BINLOG CACHE CALL CHANGE CHECK CHECKSUM COMMIT DEALLOCATE DELETE DESC DESCRIBE DO END EXECUTE EXPLAIN FLUSH GET
            GRANT HANDLER HELP INSERT INSTALL KILL LOAD LOCK OPTIMIZE PREPARE PURGE RELEASE REPAIR REPLACE RESET RESIGNAL REVOKE ROLLBACK
            SAVEPOINT SELECT SET SHOW SHUTDOWN SIGNAL START STOP UNINSTALL UNLOCK UPDATE USE XA
            """.split("\\s+"));

    private static final List<String> AFTER_CREATE_ALTER_DROP = List.of("""
            AGGREGATE ALGORITHM DEFINER EVENT FUNCTION INSTANCE LOGFILE OR PREPARE PROCEDURE SERVER SQL TABLESPACE TRIGGER UNDO USER VIEW
            """.split("\\s+"));

    private OtherStatements() {}

    static boolean isNext(Tokens tokens) {
        if (tokens.at("rename", "user") || tokens.atAny(FIRST)) {
            return true;
        }
        boolean definition = tokens.at("create") || tokens.at("alter") || tokens.at("drop");
        if (!definition) {
            return false;
        }
        Token second = tokens.peek(1);
        // DROP TEMPORARY TABLE and CREATE TEMPORARY TABLE are about tables that no other session sees.
        return second.isWord("temporary") || AFTER_CREATE_ALTER_DROP.stream().anyMatch(second::isWord);
    }
}
