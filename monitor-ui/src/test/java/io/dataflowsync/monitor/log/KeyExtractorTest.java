package io.dataflowsync.monitor.log;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class KeyExtractorTest {

    @Test
    void theKeyIsFoundInTheFirstPartOfAnEvent() {
        String head =
                "{\"version\":1,\"id\":\"b:4:0\",\"key\":{\"order_id\":18446744073709551615,\"code\":\"a b\"},\"after\":{\"no";

        assertThat(KeyExtractor.of(head)).isEqualTo("order_id=18446744073709551615 code=a b");
    }

    @Test
    void anEventWithoutAKeyHasAnEmptyOne() {
        assertThat(KeyExtractor.of("{\"version\":1,\"ddl\":\"DROP TABLE t\"}")).isEmpty();
    }

    @Test
    void aKeyThatDoesNotFitIsEmpty() {
        assertThat(KeyExtractor.of("{\"version\":1,\"key\":{\"name\":\"a very lo"))
                .isEmpty();
    }

    @Test
    void aBinaryColumnIsShownAsAnEllipsis() {
        assertThat(KeyExtractor.of("{\"key\":{\"id\":{\"base64\":\"AAE=\"},\"n\":1}}"))
                .isEqualTo("id=… n=1");
    }

    @Test
    void whatIsNoJsonHasNoKey() {
        assertThat(KeyExtractor.of("")).isEmpty();
    }
}
