package org.plenary.registration.order;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceView;
import org.plenary.payments.Invoices;
import org.plenary.registration.OrderPaper;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** The files of a confirmed order, and of what is left of one. */
@Component
class OrderAttachments {
    private final Tickets tickets;
    private final Invoices invoices;
    private final OrderQueries queries;
    private final ObjectProvider<OrderPaper> papers;

    OrderAttachments(Tickets tickets, Invoices invoices, OrderQueries queries, ObjectProvider<OrderPaper> papers) {
        this.tickets = tickets;
        this.invoices = invoices;
        this.queries = queries;
        this.papers = papers;
    }

    List<Mails.Attachment> of(ConferenceView conference, OrderRow order) {
        var files = withTickets(conference, order);
        addPapers(conference, order, files);
        for (var document : invoices.of(order.id()))
            if (document.kind() != Invoices.Kind.CREDIT_NOTE) files.addAll(files(order, document));
        files.add(calendar(conference, order));
        return files;
    }

    /** @param creditNote null when nothing goes back */
    List<Mails.Attachment> ofChange(ConferenceView conference, OrderRow order, @Nullable UUID creditNote) {
        var files = withTickets(conference, order);
        addPapers(conference, order, files);
        files.addAll(document(order, creditNote));
        return files;
    }

    List<Mails.Attachment> document(OrderRow order, @Nullable UUID document) {
        return queries.documents(order.id()).stream()
                .filter(each -> each.id().equals(document))
                .flatMap(each -> files(order, each).stream())
                .toList();
    }

    List<Mails.Attachment> tickets(ConferenceView conference, OrderRow order) {
        return withTickets(conference, order);
    }

    /** The ticket of one delegate alone, and the conference for the calendar. */
    List<Mails.Attachment> ticketOf(ConferenceView conference, OrderRow order, UUID delegate) {
        return List.of(
                new Mails.Attachment(
                        "ticket-" + order.code() + ".pdf", "application/pdf", tickets.pdf(conference, order, delegate)),
                calendar(conference, order));
    }

    private Mails.Attachment calendar(ConferenceView conference, OrderRow order) {
        return new Mails.Attachment(
                conference.slug() + ".ics",
                "text/calendar; charset=UTF-8",
                tickets.calendar(conference, order).getBytes(StandardCharsets.UTF_8));
    }

    private List<Mails.Attachment> withTickets(ConferenceView conference, OrderRow order) {
        var files = new ArrayList<Mails.Attachment>();
        tickets.all(conference, order)
                .ifPresent(pdf ->
                        files.add(new Mails.Attachment("ticket-" + order.code() + ".pdf", "application/pdf", pdf)));
        return files;
    }

    private void addPapers(ConferenceView conference, OrderRow order, List<Mails.Attachment> files) {
        papers.orderedStream().forEach(paper -> files.addAll(paper.files(conference, order.id(), order.locale())));
    }

    /** Businesses get it for their bookkeeping programs too. */
    private List<Mails.Attachment> files(OrderRow order, Invoices.Document document) {
        var files = new ArrayList<Mails.Attachment>();
        files.add(new Mails.Attachment(document.number() + ".pdf", "application/pdf", invoices.pdf(document.id())));
        if (order.contact().isBusiness() && document.electronic())
            invoices.xml(document.id())
                    .ifPresent(
                            xml -> files.add(new Mails.Attachment(document.number() + ".xml", "application/xml", xml)));
        return files;
    }
}
