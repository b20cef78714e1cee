package io.dataflowsync.servicekit.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PageTicketsTest {
    private final SetClock clock = new SetClock();
    private final PageTickets tickets = new PageTickets(clock);

    @Test
    void aTicketIsGoodForAMinute() {
        String ticket = tickets.issue();

        assertThat(tickets.isGood(ticket)).isTrue();
        clock.pass(Duration.ofSeconds(59));
        assertThat(tickets.isGood(ticket)).isTrue();
        clock.pass(Duration.ofSeconds(1));
        assertThat(tickets.isGood(ticket)).isFalse();
    }

    @Test
    void nothingElseIsOne() {
        String ticket = tickets.issue();

        assertThat(tickets.isGood(null)).isFalse();
        assertThat(tickets.isGood("")).isFalse();
        assertThat(tickets.isGood("-")).isFalse();
        assertThat(tickets.isGood("9" + ticket)).isFalse();
        assertThat(tickets.isGood(ticket + "0")).isFalse();
        assertThat(tickets.isGood(new PageTickets(clock).issue())).isFalse();
    }
}
