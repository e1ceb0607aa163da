package org.plenary.registration.order;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.springframework.stereotype.Component;

/** The ticket and the calendar file of one person of a group, in the language of that person. */
@Component
public class PlaceTickets {
    private final Pdfs pdfs;
    private final Tickets tickets;

    PlaceTickets(Pdfs pdfs, Tickets tickets) {
        this.pdfs = pdfs;
        this.tickets = tickets;
    }

    /** @param fee what the fee is called */
    public record Holder(UUID place, String name, String fee, String ticket) {}

    /** @param code what people call the order */
    public byte[] pdf(ConferenceView conference, Holder holder, String code, Locale locale) {
        return pdfs.draw(
                "pdf/registration/ticket",
                locale,
                Map.of(
                        "conference", conference.name().in(locale),
                        "startsOn", conference.startsOn(),
                        "endsOn", conference.endsOn(),
                        "venue", conference.venue().name().in(locale),
                        "city", conference.venue().city().in(locale),
                        "code", code,
                        "tickets",
                                List.of(new Tickets.Ticket(
                                        holder.place(),
                                        holder.name(),
                                        holder.fee(),
                                        holder.ticket(),
                                        pdfs.qrCode(holder.ticket())))));
    }

    public byte[] calendar(ConferenceView conference, Locale locale) {
        return tickets.calendar(conference, locale).getBytes(StandardCharsets.UTF_8);
    }
}
