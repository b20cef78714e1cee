package io.dataflowsync.contract.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class JsonLineTest {
    private final JsonLine line = new JsonLine();

    @Test
    void textIsQuotedAndEscaped() {
        assertThat(written("a\"b\\c\b\f\n\r\t\u0001\u001f/\u007f"))
                .isEqualTo("\"a\\\"b\\\\c\\b\\f\\n\\r\\t\\u0001\\u001F/\u007f\"");
    }

    @Test
    void everyTextReadsAsItWas() throws IOException {
        Random random = new Random(5);
        int[] points = {'a', '"', '\\', '\n', 0, 0x7F, 0x80, 0x7FF, 0x800, 0xFFFF, 0x10000, 0x1F600, 0x10FFFF};
        for (int length = 0; length < 3_000; length += 7) {
            StringBuilder text = new StringBuilder();
            random.ints(length, 0, points.length).forEach(i -> text.appendCodePoint(points[i]));

            assertThat(new ObjectMapper().readValue(written(text.toString()), String.class))
                    .isEqualTo(text.toString());
        }
    }

    @Test
    @Timeout(10)
    void largeTextFullOfEscapesIsWrittenInOnePass() {
        String quotes = "\"".repeat(8 * 1024 * 1024);

        assertThat(line.text(quotes).end()).hasSize(2 * quotes.length() + 2);
    }

    @Test
    void halfACharacterIsRefused() {
        assertThatThrownBy(() -> line.text("a\ud800b")).hasMessage("half a character in a text: \\ud800");
    }

    private String written(String text) {
        return new String(line.text(text).end(), StandardCharsets.UTF_8);
    }
}
