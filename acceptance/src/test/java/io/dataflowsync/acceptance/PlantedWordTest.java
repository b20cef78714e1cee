package io.dataflowsync.acceptance;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search finds a password however it is written down, and none that is not there. */
class PlantedWordTest {
    private final PlantedWord word = PlantedWord.of("target");
    private final PlantedWord other = PlantedWord.of("source");

    private List<String> in(byte[] bytes) {
        return PlantedWord.in(bytes, List.of(other, word));
    }

    @Test
    void inTextInJsonAndInAnAddress() {
        for (String text : List.of(
                "before " + word.text() + " after",
                new TextNode(word.text()).toString(),
                "?password=" + URLEncoder.encode(word.text(), UTF_8),
                word.core())) {
            assertThat(in(text.getBytes(UTF_8))).as(text).containsExactly("target (plain UTF-8)");
        }
        assertThat(in(word.text().getBytes(UTF_16BE))).contains("target (plain UTF-16BE)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "vera:"})
    void inBase64WhateverStandsBeforeIt(String before) {
        byte[] bytes = (before + word.text()).getBytes(UTF_8);
        for (String encoded : List.of(
                Base64.getEncoder().encodeToString(bytes),
                Base64.getUrlEncoder().withoutPadding().encodeToString(bytes))) {
            assertThat(in(("Basic " + encoded).getBytes(UTF_8)))
                    .as(encoded)
                    .singleElement()
                    .asString()
                    .startsWith("target (base64+")
                    .endsWith(" UTF-8)");
        }
    }

    @Test
    void inHexadecimal() {
        byte[] bytes = word.text().getBytes(UTF_8);
        assertThat(in(HexFormat.of().formatHex(bytes).getBytes(UTF_8))).contains("target (hex UTF-8)");
        assertThat(in(HexFormat.of().withUpperCase().formatHex(bytes).getBytes(UTF_8)))
                .contains("target (HEX UTF-8)");
    }

    @Test
    void notWhereItIsNot() {
        assertThat(in(word.core().substring(1).getBytes(UTF_8))).isEmpty();
        assertThat(in(new byte[7])).isEmpty();
        assertThat(in((word.text() + other.text()).getBytes(UTF_8)))
                .containsExactly("source (plain UTF-8)", "target (plain UTF-8)");
    }
}
