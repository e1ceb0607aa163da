package org.plenary.webhooks.delivery;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferencePublished;
import org.plenary.conference.NoticePublished;
import org.plenary.papers.PaperArrived;
import org.plenary.payments.PaymentDisputed;
import org.plenary.payments.PaymentFailed;
import org.plenary.payments.PaymentReceived;
import org.plenary.payments.PaymentRefunded;
import org.plenary.payments.RefundFailed;
import org.plenary.registration.DelegateCheckedIn;
import org.plenary.registration.OrderChanged;
import org.plenary.registration.OrderConfirmed;
import org.plenary.registration.OrderEnded;
import org.plenary.registration.OrderPlaced;
import org.plenary.tenancy.ModuleListener;
import org.plenary.webhooks.endpoint.EventType;
import org.springframework.stereotype.Component;

/** Hears what other modules tell everybody, and has it told to the organizers' programs. */
@Component
class Happenings {
    private final Telling telling;
    private final Mentions mentions;

    Happenings(Telling telling, Mentions mentions) {
        this.telling = telling;
        this.mentions = mentions;
    }

    @ModuleListener(id = "webhooks.conference-published", condition = "@webhookInterest.isAny(#published)")
    public void on(ConferencePublished published) {
        var id = published.conference();
        telling.record(EventType.CONFERENCE_PUBLISHED, id.toString(), () -> mentions.conference(id));
    }

    @ModuleListener(id = "webhooks.notice-published", condition = "@webhookInterest.isAny(#published)")
    public void on(NoticePublished published) {
        var id = published.conference();
        telling.record(
                EventType.NOTICE_PUBLISHED,
                id + ":" + published.edition(),
                () -> mentions.with(mentions.conference(id), "notice", Map.of("edition", published.edition())));
    }

    @ModuleListener(id = "webhooks.order-placed", condition = "@webhookInterest.isAny(#placed)")
    public void on(OrderPlaced placed) {
        order(EventType.ORDER_PLACED, placed.order(), placed.order());
    }

    @ModuleListener(id = "webhooks.order-confirmed", condition = "@webhookInterest.isAny(#confirmed)")
    public void on(OrderConfirmed confirmed) {
        order(EventType.ORDER_CONFIRMED, confirmed.order(), confirmed.order());
    }

    @ModuleListener(id = "webhooks.order-changed", condition = "@webhookInterest.isAny(#changed)")
    public void on(OrderChanged changed) {
        order(EventType.ORDER_CHANGED, changed.order(), changed.happening());
    }

    @ModuleListener(id = "webhooks.order-ended", condition = "@webhookInterest.isAny(#ended)")
    public void on(OrderEnded ended) {
        order(ended.cancelled() ? EventType.ORDER_CANCELLED : EventType.ORDER_EXPIRED, ended.order(), ended.order());
    }

    private void order(EventType type, UUID order, UUID happening) {
        telling.record(type, happening.toString(), () -> mentions.order(order));
    }

    @ModuleListener(id = "webhooks.payment-received", condition = "@webhookInterest.isAny(#received)")
    public void on(PaymentReceived received) {
        payment(
                EventType.PAYMENT_RECEIVED,
                received.payment().toString(),
                received.subject(),
                Map.of("id", received.payment()),
                received.amount());
    }

    @ModuleListener(id = "webhooks.payment-failed", condition = "@webhookInterest.isAny(#failed)")
    public void on(PaymentFailed failed) {
        payment(
                EventType.PAYMENT_FAILED,
                failed.payment().toString(),
                failed.subject(),
                Map.of("id", failed.payment()),
                failed.amount());
    }

    @ModuleListener(id = "webhooks.payment-refunded", condition = "@webhookInterest.isAny(#refunded)")
    public void on(PaymentRefunded refunded) {
        // what was published before refunds had names is told by its payment
        var happening = refunded.refund() == null ? refunded.payment() : refunded.refund();
        payment(
                EventType.PAYMENT_REFUNDED,
                happening.toString(),
                refunded.subject(),
                Map.of("id", refunded.payment()),
                refunded.amount());
    }

    @ModuleListener(id = "webhooks.payment-disputed", condition = "@webhookInterest.isAny(#disputed)")
    public void on(PaymentDisputed disputed) {
        var state = disputed.state().name().toLowerCase(Locale.ROOT);
        payment(
                EventType.PAYMENT_DISPUTED,
                disputed.dispute() + ":" + state,
                disputed.subject(),
                Map.of("id", disputed.payment(), "dispute", state),
                disputed.amount());
    }

    private void payment(EventType type, String happening, UUID subject, Map<String, ?> payment, Money amount) {
        telling.record(
                type,
                happening,
                () -> mentions.with(mentions.with(mentions.order(subject), "payment", payment), "amount", amount));
    }

    @ModuleListener(id = "webhooks.refund-failed", condition = "@webhookInterest.isAny(#failed)")
    public void on(RefundFailed failed) {
        telling.record(
                EventType.REFUND_FAILED,
                failed.refund().toString(),
                () -> mentions.with(
                        mentions.with(mentions.order(failed.subject()), "refund", Map.of("id", failed.refund())),
                        "amount",
                        failed.amount()));
    }

    @ModuleListener(id = "webhooks.delegate-checked-in", condition = "@webhookInterest.isAny(#in)")
    public void on(DelegateCheckedIn in) {
        telling.record(
                EventType.DELEGATE_CHECKED_IN,
                in.delegate() + ":" + in.at(),
                () -> mentions.with(
                        mentions.order(in.order()), "delegate", Map.of("id", in.delegate(), "checked_in_at", in.at())));
    }

    @ModuleListener(id = "webhooks.paper-submitted", condition = "@webhookInterest.isAny(#arrived)")
    public void on(PaperArrived arrived) {
        telling.record(EventType.PAPER_SUBMITTED, arrived.paper().toString(), () -> mentions.paper(arrived.paper()));
    }
}
