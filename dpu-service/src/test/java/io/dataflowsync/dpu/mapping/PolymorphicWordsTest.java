package io.dataflowsync.dpu.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dataflowsync.contract.event.Binary;
import io.dataflowsync.contract.table.ColumnDefinition;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PolymorphicWordsTest {
    private static final KeyMeaning POSTS = new KeyMeaning.Shifted(1);
    private static final KeyMeaning USERS = new KeyMeaning.Shifted(2);
    private static final Map<String, KeyMeaning> WORDS = Map.of("Post", POSTS, "user", USERS);

    @Test
    void lettersAreComparedAsTheCollationDoes() {
        PolymorphicWords words = words("varchar(9)", "utf8mb4_general_ci", WORDS);

        assertThat(words.of("Post")).contains(POSTS);
        assertThat(words.of("pOST  ")).contains(POSTS);
        assertThat(words.of("posts")).isEmpty();
        assertThat(words.of("pos")).isEmpty();
        assertThat(words("varchar(9)", "latin1_general_cs", WORDS).of("post")).isEmpty();
        assertThat(words("varchar(9)", "utf8_bin", WORDS).of("post")).isEmpty();
        assertThat(words("varchar(9)", "utf8_bin", WORDS).of("Post ")).contains(POSTS);
    }

    @Test
    void aValueThatMayBeAWordIsRefused() {
        PolymorphicWords words = words("varchar(9)", "utf8mb4_unicode_ci", WORDS);

        for (String value : new String[] {"Pöst", "po\u0301st", "post\u0001", "\uFF50ost", "user\u00AD"}) {
            assertThatThrownBy(() -> words.of(value)).isInstanceOf(MappingException.class);
        }
        assertThat(words.of("für")).isEmpty();
        assertThat(words.of("статья")).isEmpty();
        assertThatThrownBy(() -> words("varchar(9)", "utf8_turkish_ci", WORDS).of("POST"))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("'POST'");
        assertThatThrownBy(() -> words("varchar(9)", "utf8_roman_ci", WORDS).of("vser"))
                .isInstanceOf(MappingException.class);
    }

    @Test
    void wordsThatAreOneToTheSourceAreOnlyTakenAsTheyAreSpelt() {
        PolymorphicWords words = words("varchar(9)", "utf8_general_ci", Map.of("Post", POSTS, "post", USERS));

        assertThat(words.of("post")).contains(USERS);
        assertThatThrownBy(() -> words.of("POST")).isInstanceOf(MappingException.class);
    }

    @Test
    void bytesAndNumbersAreComparedAsSuch() {
        assertThat(words("varbinary(9)", "", WORDS).of(bytes("Post"))).contains(POSTS);
        assertThat(words("varbinary(9)", "", WORDS).of(bytes("post"))).isEmpty();
        assertThat(words("binary(9)", "", WORDS).of(bytes("user\0\0"))).contains(USERS);
        assertThat(words("tinyint(4)", "", Map.of("01", POSTS)).of(1L)).contains(POSTS);
        assertThat(words("tinyint(4)", "", WORDS).of(1L)).isEmpty();
    }

    private static Binary bytes(String text) {
        return new Binary(text.getBytes(StandardCharsets.UTF_8));
    }

    private static PolymorphicWords words(String type, String collation, Map<String, KeyMeaning> words) {
        return new PolymorphicWords(
                new ColumnDefinition("kind", type, true, false, false, true, collation, false), words);
    }
}
