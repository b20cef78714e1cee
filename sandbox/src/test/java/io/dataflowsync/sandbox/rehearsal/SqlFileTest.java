package io.dataflowsync.sandbox.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFileTest {
    @Test
    void statementsEndWhereMySqlsOwnClientEndsThem() {
        assertThat(SqlFile.statements("""
                        -- a; comment
                        # another; one
                        INSERT INTO `a;b` VALUES ('it''s; \\'', "x;y"); /* c; */ SELECT 1
                        ;
                        DELIMITER //
                        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; END//
                        DELIMITER ;
                        SELECT '-- no comment', 5--2;
                        /*!40101 SET NAMES utf8 */"""))
                .containsExactly(
                        "INSERT INTO `a;b` VALUES ('it''s; \\'', \"x;y\")",
                        "SELECT 1",
                        "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; END",
                        "SELECT '-- no comment', 5--2",
                        "/*!40101 SET NAMES utf8 */");
    }

    @Test
    void whatMakesTablesIsPartedFromWhatFillsThem(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("a.sql"),
                "DROP DATABASE IF EXISTS shop; CREATE SCHEMA shop; USE `shop`; SET @a = 1; CREATE TABLE a (id INT);"
                        + "LOCK TABLES a WRITE; INSERT INTO a VALUES (1); UNLOCK TABLES; ALTER TABLE a ADD b INT;"
                        + " UPDATE a SET b = 1;");

        assertThat(SqlFile.read(List.of(file)))
                .isEqualTo(new SqlFile(
                        "shop",
                        List.of("SET @a = 1", "CREATE TABLE a (id INT)", "ALTER TABLE a ADD b INT"),
                        List.of("SET @a = 1", "INSERT INTO a VALUES (1)", "UPDATE a SET b = 1")));
    }
}
