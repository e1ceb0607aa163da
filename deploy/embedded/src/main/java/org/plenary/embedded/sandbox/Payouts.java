package org.plenary.embedded.sandbox;

import java.time.Duration;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What an account's balance sends to its bank. Made by the control page alone, as Stripe makes automatic ones; they are paid at once. */
final class Payouts {
    static final Params.Known LIST = Listing.with("status", "arrival_date", "arrival_date.*");

    private static final long ARRIVES_AFTER_SECONDS = Duration.ofDays(1).toSeconds();

    private final Store store;
    private final SandboxClock clock;
    private final Listing listing;
    private final Ledger ledger;
    private final Events events;

    Payouts(Store store, SandboxClock clock, Listing listing, Ledger ledger, Events events) {
        this.store = store;
        this.clock = clock;
        this.listing = listing;
        this.ledger = ledger;
        this.events = events;
    }

    /** Pays out everything in one currency that no earlier payout took. */
    ObjectNode payOut(String account, String currency) {
        return store.transact(() -> {
            List<ObjectNode> bookings = store.all("txn", account).stream()
                    .filter(booking -> Json.text(booking, "currency").equals(currency))
                    .filter(booking -> !booking.has("_payout")
                            && !Json.text(booking, "type").startsWith("payout"))
                    .toList();
            long amount = bookings.stream()
                    .mapToLong(booking -> Json.number(booking, "net"))
                    .sum();
            if (amount <= 0) {
                throw StripeError.invalidParameter(
                        "balance_insufficient", "amount", "There is nothing to pay out in " + currency + ".");
            }
            ObjectNode payout = Json.shape("payout");
            String id = Ids.next("po_1");
            payout.put("id", id);
            payout.put("amount", amount);
            payout.put("currency", currency);
            payout.put("created", clock.seconds());
            payout.put("arrival_date", clock.seconds() + ARRIVES_AFTER_SECONDS);
            payout.put("balance_transaction", ledger.paidOut(account, id, currency, amount));
            payout.put("_account", account);
            bookings.forEach(booking -> store.put(account, booking.put("_payout", id)));
            store.put(account, payout);
            events.emit(account, "payout.created", payout, null);
            payout.put("status", "paid");
            store.put(account, payout);
            events.emit(account, "payout.paid", payout, null);
            return payout;
        });
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "po",
                "/v1/payouts",
                payout -> params.text("status")
                        .map(Json.text(payout, "status")::equals)
                        .orElse(true));
    }
}
