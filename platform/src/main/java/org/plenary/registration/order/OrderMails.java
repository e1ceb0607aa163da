package org.plenary.registration.order;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.AnswerWords;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Secrets;
import org.plenary.registration.OrderConfirmed;
import org.plenary.registration.OrderEnded;
import org.plenary.registration.OrderPart;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Component;

/** Writes to buyers what became of their orders. */
@Component
class OrderMails {
    private final Mails mails;
    private final OrderPost post;
    private final ConferenceApi conferences;
    private final Urls urls;
    private final OrderAttachments attachments;

    OrderMails(Mails mails, OrderPost post, ConferenceApi conferences, Urls urls, OrderAttachments attachments) {
        this.mails = mails;
        this.post = post;
        this.conferences = conferences;
        this.urls = urls;
        this.attachments = attachments;
    }

    @OutboundListener(id = "registration.mail-confirmed-order")
    public void on(OrderConfirmed confirmed) {
        var order = post.order(confirmed.order());
        confirm(order, "order-confirmed:" + order.id() + ":" + order.payment());
    }

    /** @param key names the mail: one key is sent once */
    void confirm(OrderRow order, String key) {
        if (order.silent()) return;
        var conference = conferences.byId(order.conference());
        // Who pays for rooms, tours or a part of somebody else's is not registered by that.
        var view = post.view(order);
        var name = view.delegates().isEmpty() ? "order-booked" : "order-confirmed";
        send(new Post(name, key, conference, order, view), Map.of(), attachments.of(conference, order));
    }

    @OutboundListener(id = "registration.mail-ended-order")
    public void on(OrderEnded ended) {
        var order = post.order(ended.order());
        var approval = post.approval(order);
        var name = ended.cancelled() ? "order-cancelled" : expired(order, approval);
        var message = approval == null ? "" : approval.message();
        var why = ended.why() == null ? "" : ended.why();
        send(
                name,
                name + ":" + order.id(),
                order,
                Map.of("refundable", order.confirmedAt() != null, "message", message, "why", why),
                List.of());
    }

    private static String expired(OrderRow order, Approvals.@Nullable Approval approval) {
        if (order.status() == OrderStatus.REJECTED) return "order-rejected";
        return approval != null && approval.isOpen() ? "order-undecided" : "order-expired";
    }

    @OutboundListener(id = "registration.mail-approval")
    public void on(ApprovalMoved moved) {
        var order = post.order(moved.order());
        var approval = post.approval(order);
        var name = moved.approved() ? "order-approved" : "order-received";
        var message = approval == null ? "" : approval.message();
        send(name, name + ":" + order.id(), order, Map.of("message", message, "until", order.expiresAt()), List.of());
    }

    @OutboundListener(id = "registration.mail-refund")
    public void on(RefundOwed owed) {
        if (owed.reason().equals("cancellation") || owed.reason().equals("change")) return;
        send(
                "order-refunded",
                "order-refunded:" + owed.key(),
                post.order(owed.order()),
                Map.of(
                        "reason",
                        owed.reason(),
                        "amount",
                        Money.ofMinor(post.order(owed.order()).total().getCurrencyUnit(), owed.amountMinor())),
                List.of());
    }

    @OutboundListener(id = "registration.mail-cancelled-lines")
    public void on(LinesCancelled cancelled) {
        var order = post.order(cancelled.order());
        var conference = conferences.byId(order.conference());
        var refund = Money.ofMinor(order.total().getCurrencyUnit(), cancelled.refundMinor());
        var why = cancelled.why() == null ? "" : cancelled.why();
        send(
                "order-changed",
                "order-changed:" + order.id() + ":" + cancelled.lines().getFirst(),
                order,
                Map.of("cancelled", Set.copyOf(cancelled.lines()), "refund", refund, "why", why),
                attachments.ofChange(conference, order, cancelled.creditNote()));
    }

    /** Another mail with the order and its link. */
    void write(String name, String key, UUID order) {
        send(name, key, post.order(order), Map.of(), List.of());
    }

    void send(String name, String key, OrderRow order, Map<String, Object> more, List<Mails.Attachment> files) {
        if (order.silent()) return;
        send(new Post(name, key, conferences.byId(order.conference()), order, post.view(order)), more, files);
    }

    private record Post(String name, String key, ConferenceView conference, OrderRow order, OrderView view) {}

    private void send(Post mail, Map<String, Object> more, List<Mails.Attachment> files) {
        var conference = mail.conference();
        var order = mail.order();
        var model = new HashMap<>(more);
        model.put("order", mail.view());
        model.put("answers", post.answers(order));
        model.put("notes", post.notes(conference, order));
        model.put("name", order.contact().name());
        model.put("conference", conference.name().in(order.locale()));
        model.put("startsOn", conference.startsOn());
        model.put("endsOn", conference.endsOn());
        model.put("zone", conference.timeZone());
        model.put("url", link(conference, order));
        model.put("again", urls.tenant(Tenancy.require(), "/c/" + conference.slug() + "/register"));
        mails.send(new Mails.Mail(
                mail.key(),
                order.contact().email(),
                "mail/registration/" + mail.name(),
                order.locale(),
                List.of(order.code(), conference.name().in(order.locale())),
                model,
                files));
    }

    /** Only hashes of secrets are kept, so each mail has one of its own. */
    String link(ConferenceView conference, OrderRow order) {
        var secret = Ids.secret();
        post.addSecret(order, Secrets.hash(secret));
        var path = "/c/" + conference.slug() + "/orders/" + order.code() + "?secret=" + secret;
        return urls.tenant(Tenancy.require(), path).toString();
    }

    /** What the mails read and write of an order. */
    @Component
    static class OrderPost {
        private final Orders orders;
        private final OrderQueries queries;
        private final Said said;
        private final Approvals approvals;
        private final OrderChanges changes;

        OrderPost(Orders orders, OrderQueries queries, Said said, Approvals approvals, OrderChanges changes) {
            this.orders = orders;
            this.queries = queries;
            this.said = said;
            this.approvals = approvals;
            this.changes = changes;
        }

        /** What delegates answered, and what the modules above say. */
        @Component
        record Said(DelegateAnswers answers, OrderNotes notes, OrderCredits credits) {}

        List<OrderPart.Note> notes(ConferenceView conference, OrderRow order) {
            return said.notes().of(conference, order, order.locale());
        }

        /** Passports are not written into mails. */
        Map<UUID, List<AnswerWords.Row>> answers(OrderRow order) {
            var rows = said.answers().of(order.id(), false, order.locale());
            rows.replaceAll((delegate, own) ->
                    own.stream().filter(row -> !row.isPassport()).toList());
            return rows;
        }

        Approvals.@Nullable Approval approval(OrderRow order) {
            return approvals.find(order.id()).orElse(null);
        }

        OrderCredits.@Nullable Credit credit(OrderRow order) {
            return said.credits().find(order.id()).orElse(null);
        }

        Optional<OrderChange> waiting(UUID order) {
            return changes.pending(order);
        }

        OrderRow order(UUID id) {
            return orders.find(id).orElseThrow();
        }

        OrderView view(OrderRow order) {
            return queries.view(order);
        }

        void addSecret(OrderRow order, String hash) {
            orders.addSecret(order.id(), hash);
        }
    }
}
