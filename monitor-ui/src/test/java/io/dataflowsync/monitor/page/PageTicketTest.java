package io.dataflowsync.monitor.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTicketTest {

    @Test
    void onlyTheTicketItselfIsTheTicket() {
        PageTicket ticket = new PageTicket();

        assertThat(ticket.is(ticket.text())).isTrue();
        assertThat(ticket.is(ticket.text() + "0")).isFalse();
        assertThat(ticket.is(new PageTicket().text())).isFalse();
        assertThat(ticket.is("")).isFalse();
        assertThat(ticket.is(null)).isFalse();
    }
}
