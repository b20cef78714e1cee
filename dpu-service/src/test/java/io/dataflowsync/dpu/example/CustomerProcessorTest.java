package io.dataflowsync.dpu.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.dataflowsync.pipeline.processor.ProcessorTrial;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CustomerProcessorTest {
    private final ProcessorTrial trial = ProcessorTrial.of(new CustomerProcessor(), "customers", "clients", "id");

    @Test
    void aNewCustomersNameIsSplit() {
        assertThat(trial.inserted(Map.of("id", 7, "name", "Ada King Lovelace")))
                .hasToString("NEW clients {id=7} {id=7, first_name=Ada King, last_name=Lovelace}");
    }

    @Test
    void whoWantsTheNewsletterGetsItsRow() {
        assertThat(trial.updated(
                        Map.of("id", 7, "mail", "ada@example.org", "newsletter", 0),
                        Map.of("id", 7, "mail", "ada@example.org", "newsletter", 1)))
                .hasToString("CHANGED clients {id=7} {}\nPUT newsletter {customer_id=7} {mail=ada@example.org}");
    }

    @Test
    void whoIsGoneGetsNone() {
        assertThat(trial.deleted(Map.of("id", 7, "mail", "ada@example.org")))
                .hasToString("GONE clients {id=7}\nREMOVE newsletter {customer_id=7}");
    }

    @Test
    void testAccountsStayOut() {
        assertThat(trial.inserted(Map.of("id", 7, "mail", "x@test.example")).isDropped())
                .isTrue();
    }
}
