package io.dataflowsync.sandbox.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.sandbox.rehearsal.SqlFileReader.Statement;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SqlFileReaderTest {
    private static List<String> statements(String text) throws IOException {
        List<String> statements = new ArrayList<>();
        SqlFileReader reader = reader(text.getBytes(StandardCharsets.ISO_8859_1));
        for (Optional<Statement> next = reader.next(); next.isPresent(); next = reader.next()) {
            statements.add(next.get().text());
        }
        return statements;
    }

    private static SqlFileReader reader(byte[] bytes) {
        return new SqlFileReader("a.sql", new ByteArrayInputStream(bytes));
    }

    @Test
    void statementsEndWhereMySqlsOwnClientEndsThem() throws IOException {
        assertThat(statements("""
                        -- a; comment, don't
                        # another; one
                        INSERT INTO `a;b` VALUES ('it''s; \\'', "x;y"); /* c; ' */ SELECT 1
                        ;
                        DELIMITER //
                        CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; END//
                        DELIMITER ;
                        SELECT '-- no comment', 5--2;
                        --
                        SELECT 2 -- an end
                        \\g
                        /*!40101 SET NAMES utf8 */"""))
                .containsExactly(
                        "INSERT INTO `a;b` VALUES ('it''s; \\'', \"x;y\")",
                        "SELECT 1",
                        "CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; END",
                        "SELECT '-- no comment', 5--2",
                        "SELECT 2",
                        "/*!40101 SET NAMES utf8 */");
    }

    @Test
    void commentsThatTheServerReadsStayWhole() throws IOException {
        assertThat(statements(
                        "SELECT /*+ NO_BNL() */ 1; CREATE TABLE t (a INT /*!50100 COMMENT 'x; */ y' ; */, b INT);"))
                .containsExactly(
                        "SELECT /*+ NO_BNL() */ 1", "CREATE TABLE t (a INT /*!50100 COMMENT 'x; */ y' ; */, b INT)");
    }

    @Test
    void triggersOfADumpAreWhole() throws IOException {
        assertThat(statements("""
                        DELIMITER ;;
                        /*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN
                        SET NEW.b = 1; END */;;
                        DELIMITER ;
                        UNLOCK TABLES;
                        """))
                .containsExactly(
                        "/*!50003 CREATE*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN\nSET NEW.b = 1; END */",
                        "UNLOCK TABLES");
    }

    @Test
    void aDelimiterMayFollowAnotherOnItsLine() throws IOException {
        assertThat(statements("delimiter $$\nSELECT 1; SELECT 2$$ delimiter ;\nSELECT 3;"))
                .containsExactly("SELECT 1; SELECT 2", "SELECT 3");
    }

    @Test
    void windowsFilesAreReadAsOthers() throws IOException {
        assertThat(
                        statements(
                                "\u00ef\u00bb\u00bf-- x\r\nDELIMITER //\r\nSELECT 1//\r\nDELIMITER ;\r\nUSE a\r\nSELECT 'a\r\nb';\r\n"))
                .containsExactly("SELECT 1", "USE a", "SELECT 'a\r\nb'");
        byte[] wide = "SELECT 1;".getBytes(StandardCharsets.UTF_16);
        assertThatThrownBy(() -> reader(wide).next()).hasMessage("a.sql is in UTF-16: convert it to UTF-8");
    }

    @Test
    void bytesAreTakenAsTheyAre() throws IOException {
        byte[] bytes = new byte[256];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) i;
        }
        String all =
                new String(bytes, StandardCharsets.ISO_8859_1).replace("'", "").replace("\\", "");
        assertThat(statements("INSERT INTO t VALUES (_binary '" + all + "');"))
                .containsExactly("INSERT INTO t VALUES (_binary '" + all + "')");
    }

    @Test
    void theLineOfAStatementIsTold() throws IOException {
        SqlFileReader reader = reader("SELECT 1;\n\nSELECT\n2;".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next().map(Statement::place)).contains("a.sql:1");
        assertThat(reader.next().map(Statement::place)).contains("a.sql:4");
    }
}
