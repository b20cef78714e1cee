package io.dataflowsync.monitor.page;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Gives the ticket to the page, which shows it at the socket and where it acts. */
@Path("/api/v1/ticket")
@Produces(MediaType.APPLICATION_JSON)
public final class TicketResource {
    private final PageTicket ticket;

    public TicketResource(PageTicket ticket) {
        this.ticket = ticket;
    }

    public record Ticket(String ticket) {}

    @GET
    public Ticket ticket() {
        return new Ticket(ticket.text());
    }
}
