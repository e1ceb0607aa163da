package org.plenary.registration.order;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.fulltext.DocumentChanged;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives places that were ordered without a name to people. The caller holds the lock of the order, so a ticket is made once: by
 * this, or by the order's confirmation, whichever comes last.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class Seating {
    private static final int TICKET_LENGTH = 12;

    private final JdbcClient jdbc;
    private final Json json;
    private final SeatOptions options;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Seating(JdbcClient jdbc, Json json, SeatOptions options, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.options = options;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts somebody into a place, or corrects who is there.
     *
     * @return the ticket; null while the order is not confirmed
     * @throws Problem.Conflict {@code sold_out} naming the options that are
     */
    public @Nullable String seat(OrderRow order, UUID place, Seat seat) {
        options.exchange(order, place, seat.picked());
        var ticket = jdbc.sql("""
                UPDATE delegate SET name = :name, email = :email, country = :country, form_version = :version,
                    answers = CAST(:answers AS jsonb), answered_at = :now, version = version + 1,
                    ticket_code = CASE WHEN status = 'confirmed' THEN coalesce(ticket_code, :ticket) END
                WHERE id = :id AND order_id = :order RETURNING coalesce(ticket_code, '')""")
                .param("name", seat.name())
                .param("email", seat.email())
                .param("country", seat.country())
                .param("version", seat.formVersion())
                .param("answers", json.write(seat.answers()))
                .param("now", Timestamp.from(clock.instant()))
                .param("ticket", Ids.reference(TICKET_LENGTH))
                .param("id", place)
                .param("order", order.id())
                .query(String.class)
                .single();
        changed(place);
        return ticket.isEmpty() ? null : ticket;
    }

    /** Takes the person out: the ticket is none any more, and the options that were taken are free. */
    public void vacate(OrderRow order, UUID place) {
        options.exchange(order, place, List.of());
        jdbc.sql("""
                UPDATE delegate SET name = '', email = '', country = :country, answers = '{}', ticket_code = NULL,
                    discussion_group = NULL, version = version + 1
                WHERE id = :id AND order_id = :order""")
                .param("country", order.contact().country())
                .param("id", place)
                .param("order", order.id())
                .update();
        changed(place);
    }

    private void changed(UUID place) {
        events.publishEvent(new DocumentChanged(Tenancy.require().id(), "delegate", place));
    }
}
