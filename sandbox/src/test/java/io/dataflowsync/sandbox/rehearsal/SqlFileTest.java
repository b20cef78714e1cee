package io.dataflowsync.sandbox.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.sandbox.rehearsal.SqlFile.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlFileTest {
    private final Path folder;

    SqlFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private static List<String> statements(SqlFile file, Part part) throws IOException, SQLException {
        List<String> statements = new ArrayList<>();
        file.each(part, statement -> statements.add(statement.text()));
        return statements;
    }

    @Test
    void whatMakesTablesIsPartedFromWhatFillsThem() throws IOException, SQLException {
        SqlFile file = SqlFile.read(List.of(write(
                "a.sql",
                "DROP DATABASE IF EXISTS shop; CREATE SCHEMA shop; USE `shop`; SET @a = 1; CREATE TABLE a (id INT);"
                        + "LOCK TABLES a WRITE; INSERT INTO a VALUES (1); UNLOCK TABLES; CREATE TABLE b (id INT);"
                        + " BEGIN; UPDATE a SET b = 1; ROLLBACK; "
                        + "/*!50003 CREATE*/ /*!50017 DEFINER=`u`@`h`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW"
                        + " SET NEW.b = 2 */;")));

        assertThat(file.schema()).isEqualTo("shop");
        assertThat(statements(file, Part.TABLES))
                .containsExactly("SET @a = 1", "CREATE TABLE a (id INT)", "CREATE TABLE b (id INT)");
        assertThat(statements(file, Part.ROWS))
                .containsExactly(
                        "SET @a = 1",
                        "INSERT INTO a VALUES (1)",
                        "BEGIN",
                        "UPDATE a SET b = 1",
                        "ROLLBACK",
                        "/*!50003 CREATE*/ /*!50017 DEFINER=`u`@`h`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW"
                                + " SET NEW.b = 2 */");
        assertThat(file.count(Part.ROWS)).isEqualTo(6);
    }

    @Test
    void whatIsReckonedInASessionStaysWithItsRows() throws IOException, SQLException {
        SqlFile file = SqlFile.read(List.of(write(
                "a.sql",
                "/*!40101 SET @old = @@character_set_client */; CREATE TABLE a (id INT); SET character_set_client = @old;"
                        + " SELECT 'filling a'; INSERT INTO a VALUES (1); SELECT @a := LAST_INSERT_ID();"
                        + " SET @b = (SELECT MAX(id) FROM a); SET @c = 'f(x)'; DO SLEEP(0);"
                        + " PREPARE s FROM 'INSERT INTO a VALUES (?)'; EXECUTE s USING @a; DEALLOCATE PREPARE s;"
                        + " TRUNCATE a; CREATE TEMPORARY TABLE t SELECT id FROM a; INSERT INTO t VALUES (2); DROP TABLE t;"
                        + " DROP TEMPORARY TABLE IF EXISTS u; SAVEPOINT p; RELEASE SAVEPOINT p")));

        assertThat(statements(file, Part.TABLES))
                .containsExactly(
                        "/*!40101 SET @old = @@character_set_client */",
                        "CREATE TABLE a (id INT)",
                        "SET character_set_client = @old",
                        "SET @c = 'f(x)'");
        assertThat(statements(file, Part.ROWS))
                .containsExactly(
                        "/*!40101 SET @old = @@character_set_client */",
                        "SET character_set_client = @old",
                        "SELECT 'filling a'",
                        "INSERT INTO a VALUES (1)",
                        "SELECT @a := LAST_INSERT_ID()",
                        "SET @b = (SELECT MAX(id) FROM a)",
                        "SET @c = 'f(x)'",
                        "DO SLEEP(0)",
                        "PREPARE s FROM 'INSERT INTO a VALUES (?)'",
                        "EXECUTE s USING @a",
                        "DEALLOCATE PREPARE s",
                        "TRUNCATE a",
                        "CREATE TEMPORARY TABLE t SELECT id FROM a",
                        "INSERT INTO t VALUES (2)",
                        "DROP TABLE t",
                        "DROP TEMPORARY TABLE IF EXISTS u",
                        "SAVEPOINT p",
                        "RELEASE SAVEPOINT p");
    }

    @Test
    void dumpsArePartedThoughEachTableComesWithItsRows() throws IOException, SQLException {
        SqlFile file = SqlFile.read(List.of(write(
                "dump.sql",
                "DROP TABLE IF EXISTS `a`; CREATE TABLE `a` (`id` int, `v` varchar(9) COMMENT 'we select it');"
                        + "/*!40000 ALTER TABLE `a` DISABLE KEYS */; INSERT INTO `a` VALUES (1, 'DROP TABLE a');"
                        + "/*!40000 ALTER TABLE `a` ENABLE KEYS */;"
                        + "DROP TABLE IF EXISTS `b`; CREATE TABLE `b` (`id` int); INSERT IGNORE INTO `shop`.`b` VALUES (1);"
                        + "ALTER TABLE `a` ADD PRIMARY KEY (`id`), ADD KEY `k` (`v`,`id`);"
                        + "ALTER TABLE `a` MODIFY `id` int(11) NOT NULL AUTO_INCREMENT, AUTO_INCREMENT=2;"
                        + "DROP TABLE \"c\"; CREATE TABLE \"c\" (id int); INSERT INTO \"c\" VALUES (1)")));

        assertThat(statements(file, Part.ROWS))
                .containsExactly(
                        "INSERT INTO `a` VALUES (1, 'DROP TABLE a')",
                        "INSERT IGNORE INTO `shop`.`b` VALUES (1)",
                        "INSERT INTO \"c\" VALUES (1)");
        assertThat(file.count(Part.TABLES)).isEqualTo(10);
    }

    private void assertRefused(String text, String message) throws IOException {
        Path file = write("a.sql", text);
        assertThatThrownBy(() -> SqlFile.read(List.of(file)))
                .isInstanceOf(IOException.class)
                .hasMessage(message);
    }

    @Test
    void whatCannotBeSplitIsRefusedWithItsPlace() throws IOException {
        String made = "CREATE TABLE a (id INT);\nCREATE TABLE b (id INT);\nINSERT INTO a VALUES (1);\n";
        String reason = ", and a rehearsal makes all tables before the first row: put it before the rows, or end the"
                + " file before it";
        assertRefused(made + "ALTER TABLE `a` ADD b INT;", "a.sql:4: ALTER TABLE after rows of a" + reason);
        assertRefused(made + "DROP TABLE IF EXISTS b, A;", "a.sql:4: DROP TABLE after rows of a" + reason);
        assertRefused(made + "RENAME TABLE c TO d, x.a TO e;", "a.sql:4: RENAME TABLE after rows of a" + reason);
        assertRefused(made + "CALL fill();\nDROP TABLE b;", "a.sql:5: DROP TABLE after rows of b" + reason);
        assertRefused(
                made + "CREATE TABLE c (n INT)\nSELECT id FROM a;",
                "a.sql:5: makes a table and its rows at once, and a rehearsal makes all tables before the first row:"
                        + " write a CREATE TABLE with the columns, and an INSERT ... SELECT");
        SqlFile.read(List.of(write("b.sql", made + "ALTER TABLE b ADD v INT; DROP TABLE IF EXISTS c")));
    }

    @Test
    void theSchemaGetsTheCharacterSetThatTheFileGivesIt() throws IOException, SQLException {
        SqlFile file = SqlFile.read(List.of(write(
                "a.sql",
                "DROP DATABASE shop; CREATE DATABASE /*!32312 IF NOT EXISTS*/ `shop` /*!40100 DEFAULT CHARACTER SET latin1 */;"
                        + " USE shop; CREATE TABLE a (v TEXT); ALTER SCHEMA DEFAULT CHARSET = utf8 COLLATE utf8_bin;"
                        + " ALTER DATABASE other CHARACTER SET ucs2; CREATE TABLE b (v TEXT)")));

        assertThat(statements(file, Part.TABLES))
                .containsExactly(
                        "ALTER DATABASE `shop` CHARACTER SET latin1",
                        "CREATE TABLE a (v TEXT)",
                        "ALTER DATABASE `shop` CHARACTER SET utf8 COLLATE utf8_bin",
                        "CREATE TABLE b (v TEXT)");
        assertThat(statements(file, Part.ROWS)).isEmpty();
    }

    @Test
    void includedFilesAreReadInTheirPlace() throws IOException, SQLException {
        write("inner.sql", "CREATE TABLE b (id INT);\n");
        SqlFile file = SqlFile.read(
                List.of(
                        write(
                                "outer.sql",
                                "CREATE TABLE a (id INT);\nSOURCE inner.sql\nsource inner.sql;\n\\. inner.sql\nCREATE TABLE c (id INT)")));
        assertThat(statements(file, Part.TABLES))
                .containsExactly(
                        "CREATE TABLE a (id INT)",
                        "CREATE TABLE b (id INT)",
                        "CREATE TABLE b (id INT)",
                        "CREATE TABLE b (id INT)",
                        "CREATE TABLE c (id INT)");
    }

    @Test
    void aSecondSchemaAndARingOfFilesAreRefusedWithTheirPlace() throws IOException {
        Path two = write("two.sql", "USE a;\nUSE a\nUSE b;");
        assertThatThrownBy(() -> SqlFile.read(List.of(two)))
                .hasMessage(
                        "two.sql:3: uses the schema b in addition to a; a rehearsal has one, so rehearse them one by one");
        Path ring = write("ring.sql", "\nSOURCE ring.sql");
        assertThatThrownBy(() -> SqlFile.read(List.of(ring))).hasMessage("ring.sql:2: files that include each other");
    }
}
