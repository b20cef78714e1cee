package io.dataflowsync.dpu.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.dpu.relationship.RelationshipChange.Cascaded;
import java.util.List;
import org.junit.jupiter.api.Test;

class WrittenKeysTest {
    @Test
    void aKeyOfOneColumnFollowsEveryChangeAlsoInARing() {
        assertThat(WrittenKeys.of(
                        List.of("code"),
                        List.of("a", "b"),
                        List.of(
                                change("{\"code\":\"a\"}", "{\"code\":\"z\"}"),
                                change("{\"code\":\"z\"}", "{\"code\":\"y\"}"),
                                change("{\"code\":\"y\"}", "{\"code\":\"a\"}"))))
                .containsExactly("a", "b", "z", "y");
    }

    @Test
    void theOtherColumnsStay() {
        assertThat(WrittenKeys.of(
                        List.of("nr", "p"),
                        List.of("[1,7]", "[2,7]", "[1,8]"),
                        List.of(change("{\"p\":7}", "{\"p\":9}"))))
                .containsExactly("[1,7]", "[2,7]", "[1,8]", "[1,9]", "[2,9]");
    }

    @Test
    void columnsChangeTogetherAndWhatIsNotNamedMayBeAnything() {
        assertThat(WrittenKeys.of(
                        List.of("a", "b"),
                        List.of("[1,\"x\"]", "[1,\"y\"]"),
                        List.of(
                                change("{\"a\":1,\"b\":\"x\"}", "{\"a\":2,\"b\":\"z\"}"),
                                change("{\"other\":5}", "{\"other\":6,\"a\":3}"))))
                .containsExactlyInAnyOrder(
                        "[1,\"x\"]", "[1,\"y\"]", "[2,\"z\"]", "[3,\"x\"]", "[3,\"y\"]", "[3,\"z\"]");
    }

    @Test
    void aReferenceMayWriteItsKeyInAnotherCaseOrOtherLetters() {
        assertThat(WrittenKeys.of(
                        List.of("code"),
                        List.of("ABC ", "strasse", "жар"),
                        List.of(
                                change("{\"code\":\"abc\"}", "{\"code\":\"d\"}"),
                                change("{\"code\":\"Жар\"}", "{\"code\":\"e\"}"))))
                .containsExactly("ABC ", "strasse", "жар", "d", "e");
        assertThat(WrittenKeys.of(
                        List.of("code"),
                        List.of("strasse"),
                        List.of(change("{\"code\":\"Straße\"}", "{\"code\":\"f\"}"))))
                .containsExactly("strasse", "f");
    }

    private static Cascaded change(String before, String after) {
        return new Cascaded("t", before, after);
    }
}
