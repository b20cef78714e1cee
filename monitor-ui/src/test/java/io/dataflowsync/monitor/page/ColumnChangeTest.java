package io.dataflowsync.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.monitor.page.ColumnChange.Shown;
import org.junit.jupiter.api.Test;

class ColumnChangeTest {
    private static final String ENVELOPE =
            "{\"version\":1,\"id\":\"b:4:0\",\"operation\":\"%s\",\"schema\":\"shop\",\"table\":\"orders\",%s,"
                    + "\"source\":{\"file\":\"b\",\"position\":4,\"row\":0},"
                    + "\"committedAt\":\"2026-01-01T00:00:00Z\",\"capturedAt\":\"2026-01-01T00:00:00Z\"}";

    @Test
    void anUpdateShowsEachColumnBeforeAndAfter() {
        String json = ENVELOPE.formatted(
                "update",
                "\"key\":{\"id\":7},\"before\":{\"id\":7,\"note\":null},\"after\":{\"id\":7,\"note\":\"None\"}");

        assertThat(ColumnChange.of(json))
                .containsExactly(
                        new ColumnChange("id", true, new Shown("7", "number"), new Shown("7", "number")),
                        new ColumnChange("note", false, new Shown(null, "null"), new Shown("None", "text")));
        assertThat(ColumnChange.of(json)).extracting(ColumnChange::isChanged).containsExactly(false, true);
    }

    @Test
    void aNumberKeepsAllItsDigits() {
        String json = ENVELOPE.formatted(
                "insert", "\"key\":{\"id\":18446744073709551615},\"after\":{\"id\":18446744073709551615}");

        assertThat(ColumnChange.of(json))
                .containsExactly(new ColumnChange("id", true, null, new Shown("18446744073709551615", "number")));
        assertThat(Indented.json("{\"a\":18446744073709551615,\"b\":0.10000000000000000001}"))
                .contains("18446744073709551615")
                .contains("0.10000000000000000001");
    }

    @Test
    void anEventOfAFormThatIsNotKnownHasNoColumns() {
        assertThat(ColumnChange.of("{\"version\":1}")).isEmpty();
        assertThat(ColumnChange.of("no JSON")).isEmpty();
    }

    @Test
    void aLongTextIsCutAndSaysSo() {
        String json = ENVELOPE.formatted(
                "insert", "\"key\":{\"id\":7},\"after\":{\"id\":7,\"note\":\"" + "n".repeat(2_001) + "\"}");

        assertThat(ColumnChange.of(json))
                .extracting(ColumnChange::after)
                .containsExactly(new Shown("7", "number"), new Shown("n".repeat(2_000) + "…", "long"));
    }
}
