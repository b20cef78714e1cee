package io.dataflowsync.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyTextTest {

    @Test
    void theKeyIsFoundInTheFirstPartOfAnEvent() {
        String head =
                "{\"version\":1,\"id\":\"b:4:0\",\"key\":{\"order_id\":18446744073709551615,\"code\":\"a b\"},\"after\":{\"no";

        assertThat(KeyText.of(head)).isEqualTo("order_id=18446744073709551615 code=a b");
    }

    @Test
    void anEventWithoutAKeyHasAnEmptyOne() {
        assertThat(KeyText.of("{\"version\":1,\"ddl\":\"DROP TABLE t\"}")).isEmpty();
    }

    @Test
    void aKeyThatDoesNotFitIsEmpty() {
        assertThat(KeyText.of("{\"version\":1,\"key\":{\"name\":\"a very lo")).isEmpty();
    }

    @Test
    void aBinaryColumnIsShownAsAnEllipsis() {
        assertThat(KeyText.of("{\"key\":{\"id\":{\"base64\":\"AAE=\"},\"n\":1}}"))
                .isEqualTo("id=… n=1");
    }

    @Test
    void whatIsNoJsonHasNoKey() {
        assertThat(KeyText.of("")).isEmpty();
    }
}
