package org.plenary.embedded.sandbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What time brings: trials and periods end, drafts become invoices after an hour, failed charges are tried again. */
final class Cycle {
    private static final long DRAFT = Duration.ofHours(1).toSeconds();
    private static final long WARNING = Duration.ofDays(3).toSeconds();
    private static final long INCOMPLETE = Duration.ofHours(23).toSeconds();

    /** Something that is due, and when. */
    private record Due(ObjectNode object, long at) {}

    private final Store store;
    private final Events events;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final SubscriptionItems items;
    private final Subscriptions.Billing billing;
    private final TestClocks clocks;
    private final ClockRemoval removal;

    Cycle(
            Store store,
            Events events,
            Customers customers,
            Subscriptions subscriptions,
            SubscriptionItems items,
            Subscriptions.Billing billing,
            TestClocks clocks,
            ClockRemoval removal) {
        this.clocks = clocks;
        this.removal = removal;
        this.store = store;
        this.events = events;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.items = items;
        this.billing = billing;
    }

    /** Does all that is due, the earliest first, each as of its own time; test clocks that were on their way have arrived then. */
    void run() {
        while (earliest() != null) {
            store.transact(() -> {
                // read again: somebody may have paid meanwhile
                Due due = earliest();
                if (due != null) {
                    perform(due);
                }
                return true;
            });
        }
        store.transact(() -> {
            if (earliest() == null) {
                clocks.arrive();
            }
            removal.removeOld();
            return true;
        });
    }

    private @Nullable Due earliest() {
        Due first = null;
        List<ObjectNode> all = new ArrayList<>(store.all("in", null));
        all.addAll(store.all("sub", null));
        for (ObjectNode object : all) {
            long at = due(object);
            long now = customers.now(Json.text(object, "_account"), Json.text(object, "customer"));
            if (at > 0 && at <= now && (first == null || at < first.at())) {
                first = new Due(object, at);
            }
        }
        return first;
    }

    /** When something is to be done about it; 0 for never. */
    private static long due(ObjectNode object) {
        return switch (Json.text(object, "object") + " " + Json.text(object, "status")) {
            case "invoice draft" -> Json.number(object, "automatically_finalizes_at");
            case "invoice open" -> Json.number(object, "next_payment_attempt");
            case "subscription trialing" ->
                object.has("_warned") ? Json.number(object, "trial_end") : Json.number(object, "trial_end") - WARNING;
            case "subscription active", "subscription past_due", "subscription unpaid" ->
                SubscriptionItems.periodEnd(object);
            case "subscription incomplete" -> Json.number(object, "created") + INCOMPLETE;
            default -> 0;
        };
    }

    private void perform(Due due) {
        ObjectNode object = due.object();
        if (Json.text(object, "object").equals("invoice")) {
            collect(object, due.at());
            return;
        }
        String account = Json.text(object, "_account");
        switch (Json.text(object, "status")) {
            case "incomplete" -> {
                object.put("status", "incomplete_expired");
                store.put(account, object);
                events.emit(account, "customer.subscription.updated", object, null);
            }
            case "trialing" -> {
                if (object.has("_warned")) {
                    renew(object, due.at());
                } else {
                    object.put("_warned", true);
                    store.put(account, object);
                    events.emit(account, "customer.subscription.trial_will_end", object, null);
                }
            }
            default -> renew(object, due.at());
        }
    }

    private void collect(ObjectNode invoice, long at) {
        ObjectNode open = Json.text(invoice, "status").equals("draft")
                ? billing.invoices().finish(invoice, at, null)
                : invoice;
        if (Json.text(open, "status").equals("open")) {
            billing.collecting().attempt(open, null, at, true, null);
        }
    }

    private void renew(ObjectNode subscription, long at) {
        String account = Json.text(subscription, "_account");
        List<ObjectNode> lines = new ArrayList<>(billing.lines().behind(subscription, at));
        if (subscription.path("cancel_at_period_end").asBoolean(false)) {
            lines.removeIf(line -> Json.number(line, "amount") == 0);
            if (!lines.isEmpty()) {
                draft(subscription, lines, at);
            }
            subscriptions.end(subscription, at, null);
            return;
        }
        if (Json.text(subscription, "status").equals("trialing")) {
            subscription.put("status", "active");
        }
        items.roll(subscription, at, 0);
        lines.addAll(0, billing.lines().ahead(subscription));
        draft(subscription, lines, at);
        store.put(account, subscription);
        events.emit(account, "customer.subscription.updated", subscription, null);
    }

    private void draft(ObjectNode subscription, List<ObjectNode> lines, long at) {
        ObjectNode invoice = billing.invoices().draft(subscription, "subscription_cycle", lines, at);
        if (Json.text(subscription, "status").equals("unpaid")) {
            invoice.put("auto_advance", false);
        } else {
            invoice.put("automatically_finalizes_at", at + DRAFT);
        }
        store.put(Json.text(subscription, "_account"), invoice);
    }
}
