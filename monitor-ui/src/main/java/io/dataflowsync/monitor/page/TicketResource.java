package io.dataflowsync.monitor.page;

import io.dataflowsync.servicekit.access.PageTickets;
import io.dataflowsync.servicekit.access.Role;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Issues a ticket to the page, and returns the role of its user. The page shows the ticket within a minute, at the socket or with a call
 * that acts.
 */
@Path("/api/v1/ticket")
@Produces(MediaType.APPLICATION_JSON)
public final class TicketResource {
    private final PageTickets tickets;
    private final SecurityIdentity identity;

    public TicketResource(PageTickets tickets, SecurityIdentity identity) {
        this.tickets = tickets;
        this.identity = identity;
    }

    /** @param role {@code operator} or {@code viewer}; null if no user has signed in */
    public record Ticket(String ticket, @Nullable String role) {}

    @GET
    public Ticket ticket() {
        return new Ticket(tickets.issue(), role());
    }

    private @Nullable String role() {
        return Stream.of(Role.OPERATOR, Role.VIEWER)
                .map(Role::word)
                .filter(identity::hasRole)
                .findFirst()
                .orElse(null);
    }
}
