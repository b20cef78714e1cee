package io.dataflowsync.pipeline.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.contract.table.ForeignKey;
import io.dataflowsync.contract.table.ForeignKey.Rule;
import io.dataflowsync.contract.table.TableName;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShownForeignKeysTest {
    private static final TableName TABLE = new TableName("shop", "orders");

    @Test
    void keysAreReadWithAllTheirLetters() {
        String text = """
                CREATE TABLE `orders` (
                  `id` int(11) NOT NULL COMMENT 'CONSTRAINT `no` FOREIGN KEY (`id`) REFERENCES `p` (`id`)',
                  KEY `p` (`p`,`c`),
                  CONSTRAINT `o_ibfk_1` FOREIGN KEY (`p`) REFERENCES `p` (`id`) ON DELETE SET NULL ON UPDATE CASCADE,
                  CONSTRAINT `o_ibfk_2` FOREIGN KEY (`p`, `c`) REFERENCES `crm`.`odd ``(name)` (`o'd``, ``d`, `id`) ON UPDATE NO ACTION
                ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4""";

        assertThat(ShownForeignKeys.of(TABLE, text))
                .containsOnly(
                        entry(new ForeignKey(
                                "o_ibfk_1",
                                List.of("p"),
                                new TableName("shop", "p"),
                                List.of("id"),
                                Rule.SET_NULL,
                                Rule.CASCADE)),
                        entry(new ForeignKey(
                                "o_ibfk_2",
                                List.of("p", "c"),
                                new TableName("crm", "odd `(name)"),
                                List.of("o'd`, `d", "id"))));
    }

    @Test
    void keysOfAServerThatPrintsDoubleQuotesAreTheSame() {
        String text = """
                CREATE TABLE "orders" (
                  CONSTRAINT "a""b" FOREIGN KEY ("p") REFERENCES "p" ("id") ON DELETE RESTRICT
                )""";

        assertThat(ShownForeignKeys.of(TABLE, text))
                .containsOnly(entry(new ForeignKey("a\"b", List.of("p"), new TableName("shop", "p"), List.of("id"))));
    }

    @Test
    void aNameMayBeCutFrom64LettersOn() {
        assertThat(ShownForeignKeys.mayBeCut(List.of("o", "é".repeat(63)))).isFalse();
        assertThat(ShownForeignKeys.mayBeCut(List.of("o", "é".repeat(64)))).isTrue();
    }

    private static Map.Entry<String, ForeignKey> entry(ForeignKey key) {
        return Map.entry(key.name(), key);
    }
}
