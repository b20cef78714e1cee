package io.dataflowsync.monitor.page;

import io.dataflowsync.servicekit.access.PageTickets;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Gives a ticket to the page, which shows it at the socket or where it acts, within a minute. */
@Path("/api/v1/ticket")
@Produces(MediaType.APPLICATION_JSON)
public final class TicketResource {
    private final PageTickets tickets;

    public TicketResource(PageTickets tickets) {
        this.tickets = tickets;
    }

    public record Ticket(String ticket) {}

    @GET
    public Ticket ticket() {
        return new Ticket(tickets.issue());
    }
}
