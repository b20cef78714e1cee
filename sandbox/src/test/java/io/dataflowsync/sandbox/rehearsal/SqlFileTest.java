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
                        + "LOCK TABLES a WRITE; INSERT INTO a VALUES (1); UNLOCK TABLES; ALTER TABLE a ADD b INT;"
                        + " BEGIN; UPDATE a SET b = 1; ROLLBACK; "
                        + "/*!50003 CREATE*/ /*!50017 DEFINER=`u`@`h`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW"
                        + " SET NEW.b = 2 */;")));

        assertThat(file.schema()).isEqualTo("shop");
        assertThat(statements(file, Part.TABLES))
                .containsExactly("SET @a = 1", "CREATE TABLE a (id INT)", "ALTER TABLE a ADD b INT");
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
                .hasMessage("two.sql:3: uses the schema b beside a; a rehearsal has one, so rehearse them one by one");
        Path ring = write("ring.sql", "\nSOURCE ring.sql");
        assertThatThrownBy(() -> SqlFile.read(List.of(ring))).hasMessage("ring.sql:2: files that include each other");
    }
}
