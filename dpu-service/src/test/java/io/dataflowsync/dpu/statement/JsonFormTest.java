package io.dataflowsync.dpu.statement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonFormTest {
    private static final String EXACT =
            "CAST(CAST(`d` AS CHAR) AS BINARY) <=> CAST(CAST(CAST(? AS JSON) AS CHAR) AS BINARY)";

    @Test
    void aDocumentIsFoundByItsText() {
        assertThat(JsonForm.compared("`d`", "[1, 1.05]")).isEqualTo(EXACT);
        assertThat(JsonForm.preferred("`d`", "[1, 1.05]")).isEmpty();
        assertThat(JsonForm.compared("`d`", null)).isEqualTo(EXACT);
    }

    @Test
    void aNumberThatASnapshotReadsOtherwiseIsFoundInBothWaysTheExactOneFirst() {
        List<@Nullable Object> values = new ArrayList<>();
        JsonForm.bindCompared("[1.0]", values);

        assertThat(JsonForm.compared("`d`", "[1.0]")).isEqualTo("(" + EXACT + " OR " + EXACT + ")");
        assertThat(values).containsExactly("[1.0]", "[1]");
        assertThat(JsonForm.preferred("`d`", "[1.0]")).isEqualTo(EXACT + " DESC");
    }
}
