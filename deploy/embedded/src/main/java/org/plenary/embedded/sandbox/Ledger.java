package org.plenary.embedded.sandbox;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Balance transactions. The sandbox's own fee is invented: 1.5 % and 25 minor units of each charge, kept when it is
 * refunded. An application fee goes from the charged account to the platform.
 */
final class Ledger {
    static final Params.Known LIST = Listing.with("type", "source", "currency", "payout");

    private static final long SETTLEMENT_SECONDS = Duration.ofDays(2).toSeconds();

    private final Store store;
    private final SandboxClock clock;
    private final Listing listing;

    Ledger(Store store, SandboxClock clock, Listing listing) {
        this.store = store;
        this.clock = clock;
        this.listing = listing;
    }

    /** Books a paid charge and its application fee; fills in the charge's references to them. */
    void charged(String account, ObjectNode charge) {
        long amount = settled(account, charge, Json.number(charge, "amount"));
        long applicationFee = Json.number(charge, "application_fee_amount");
        boolean isCard =
                Json.text(charge.path("payment_method_details"), "type").equals("card");
        ObjectNode booking = settled(
                account, booking(charge, isCard ? "charge" : "payment", amount, Json.text(charge, "id")), charge);
        fee(booking, "stripe_fee", "Stripe processing fees", Math.round(amount * 0.015) + 25);
        if (applicationFee > 0) {
            fee(booking, "application_fee", "Application fee", settled(account, charge, applicationFee));
            charge.put("application_fee", takeApplicationFee(account, charge, applicationFee));
        }
        charge.put("balance_transaction", keep(account, booking));
    }

    private String takeApplicationFee(String account, ObjectNode charge, long amount) {
        ObjectNode fee = Json.shape("application_fee");
        String id = Ids.next("fee_1");
        fee.put("id", id);
        fee.put("account", account);
        fee.put("amount", amount);
        fee.put("charge", Json.text(charge, "id"));
        fee.put("created", clock.seconds());
        fee.put("currency", Json.text(charge, "currency"));
        ObjectNode refunds = Json.child(fee, "refunds");
        refunds.put("object", "list");
        refunds.putArray("data");
        refunds.put("has_more", false);
        refunds.put("url", "/v1/application_fees/" + id + "/refunds");
        fee.put("balance_transaction", keep(Accounts.PLATFORM, booking(charge, "application_fee", amount, id)));
        store.put(Accounts.PLATFORM, fee);
        return id;
    }

    /** The fee for a dispute is invented too, and goes back with the amount when it is won. */
    private static final long DISPUTE_FEE = 1500;

    /** Books what a dispute takes or, with a sign of 1, gives back. */
    ObjectNode disputed(String account, ObjectNode charge, ObjectNode dispute, int sign) {
        long amount = settled(account, charge, Json.number(dispute, "amount"));
        ObjectNode booking =
                settled(account, booking(charge, "adjustment", sign * amount, Json.text(dispute, "id")), charge);
        booking.put("reporting_category", sign < 0 ? "dispute" : "dispute_reversal");
        booking.put(
                "description",
                (sign < 0 ? "Chargeback withdrawal for " : "Chargeback reversal for ") + Json.text(charge, "id"));
        fee(booking, "stripe_fee", "Dispute fee", -sign * DISPUTE_FEE);
        keep(account, booking);
        return booking;
    }

    /** Books a refund. The charge already counts it; the application fee goes back in proportion if asked. */
    void refunded(String account, ObjectNode charge, ObjectNode refund, boolean withApplicationFee) {
        long amount = settled(account, charge, Json.number(refund, "amount"));
        ObjectNode booking = settled(account, booking(charge, "refund", -amount, Json.text(refund, "id")), charge);
        if (withApplicationFee) {
            long back = returnApplicationFee(charge, refund);
            fee(booking, "application_fee", "Application fee refund", -settled(account, charge, back));
        }
        refund.put("balance_transaction", keep(account, booking));
    }

    /** The bank sent a refund back: its amount is there again, the application fee is not taken again. */
    void refundFailed(String account, ObjectNode charge, ObjectNode refund) {
        long amount = settled(account, charge, Json.number(refund, "amount"));
        ObjectNode booking =
                settled(account, booking(charge, "refund_failure", amount, Json.text(refund, "id")), charge);
        refund.put("failure_balance_transaction", keep(account, booking));
    }

    private long returnApplicationFee(ObjectNode charge, ObjectNode refund) {
        ObjectNode fee = store.find(Accounts.PLATFORM, Json.text(charge, "application_fee"))
                .orElseThrow();
        long taken = Json.number(fee, "amount");
        long returned = Json.number(fee, "amount_refunded");
        boolean whole = Json.number(charge, "amount_refunded") == Json.number(charge, "amount");
        long share = Math.round((double) taken * Json.number(refund, "amount") / Json.number(charge, "amount"));
        long back = whole ? taken - returned : Math.min(share, taken - returned);
        fee.put("amount_refunded", returned + back);
        fee.put("refunded", returned + back == taken);
        ObjectNode feeRefund = ((ArrayNode) fee.path("refunds").path("data")).addObject();
        feeRefund.put("id", Ids.next("fr_1"));
        feeRefund.put("object", "fee_refund");
        feeRefund.put("amount", back);
        feeRefund.put("created", clock.seconds());
        feeRefund.put("currency", Json.text(charge, "currency"));
        feeRefund.put("fee", Json.text(fee, "id"));
        feeRefund.putObject("metadata");
        ObjectNode booking = booking(charge, "application_fee_refund", -back, Json.text(feeRefund, "id"));
        feeRefund.put("balance_transaction", keep(Accounts.PLATFORM, booking));
        store.put(Accounts.PLATFORM, fee);
        return back;
    }

    ObjectNode list(Call call) {
        Params params = call.params();
        return listing.list(
                call,
                "txn",
                "/v1/balance_transactions",
                booking -> params.text("type")
                                .map(Json.text(booking, "type")::equals)
                                .orElse(true)
                        && params.text("source")
                                .map(Json.text(booking, "source")::equals)
                                .orElse(true)
                        && params.text("payout")
                                .map(payout ->
                                        booking.path("_payout").asString("").equals(payout))
                                .orElse(true)
                        && params.text("currency")
                                .map(Json.text(booking, "currency")::equals)
                                .orElse(true));
    }

    /** Books what leaves for the bank. @return the booking's id */
    String paidOut(String account, String payout, String currency, long amount) {
        ObjectNode booking = booking(currency, "payout", -amount, payout);
        booking.put("description", "STRIPE PAYOUT");
        booking.put("_payout", payout);
        return keep(account, booking);
    }

    /** Something that Stripe books for itself, such as a fee of an account; it is of no other object. */
    ObjectNode adjusted(String account, String currency, long amount, String description) {
        return store.transact(() -> {
            ObjectNode booking = booking(currency, "adjustment", amount, null);
            booking.put("description", description);
            keep(account, booking);
            return booking;
        });
    }

    /** For the control page: by account and currency, the sum of everything booked. */
    ObjectNode balances() {
        ObjectNode balances = Json.object();
        for (ObjectNode booking : store.all("txn", null)) {
            ObjectNode account = Json.child(balances, Json.text(booking, "_account"));
            ObjectNode sums = Json.child(account, Json.text(booking, "currency"));
            sums.put("gross", Json.number(sums, "gross") + Json.number(booking, "amount"));
            sums.put("fees", Json.number(sums, "fees") + Json.number(booking, "fee"));
            sums.put("net", Json.number(sums, "net") + Json.number(booking, "net"));
            sums.put("transactions", Json.number(sums, "transactions") + 1);
        }
        return balances;
    }

    /** By the control: an account keeps all its money in one currency from now on. */
    ObjectNode settleIn(String account, String currency) {
        return store.transact(() -> {
            ObjectNode of =
                    store.findAnywhere(account).orElseThrow(() -> StripeError.notFound("account", "account", account));
            of.put("_settles", Currencies.known(currency, "settles"));
            store.put(Accounts.PLATFORM, of);
            return of;
        });
    }

    private String settlesIn(String account, ObjectNode charge) {
        String settles =
                store.findAnywhere(account).map(of -> Json.text(of, "_settles")).orElse("");
        return settles.isEmpty() ? Json.text(charge, "currency") : settles;
    }

    private long settled(String account, ObjectNode charge, long amount) {
        return Currencies.exchanged(amount, Json.text(charge, "currency"), settlesIn(account, charge));
    }

    private ObjectNode settled(String account, ObjectNode booking, ObjectNode charge) {
        String settles = settlesIn(account, charge);
        if (!settles.equals(Json.text(charge, "currency"))) {
            booking.put("currency", settles);
            booking.put("exchange_rate", Currencies.rate(Json.text(charge, "currency"), settles));
        }
        return booking;
    }

    private ObjectNode booking(ObjectNode charge, String type, long amount, String source) {
        ObjectNode booking = booking(Json.text(charge, "currency"), type, amount, source);
        booking.put("description", Json.textOrNull(charge, "description"));
        return booking;
    }

    private ObjectNode booking(String currency, String type, long amount, @Nullable String source) {
        ObjectNode booking = Json.shape("balance_transaction");
        booking.put("id", Ids.next("txn_1"));
        booking.put("type", type);
        booking.put(
                "reporting_category",
                type.equals("application_fee")
                        ? "platform_earning"
                        : type.equals("application_fee_refund") ? "platform_earning_refund" : type);
        booking.put("amount", amount);
        booking.put("net", amount);
        booking.put("currency", currency);
        booking.put("source", source);
        booking.put("created", clock.seconds());
        booking.put("available_on", clock.seconds() + SETTLEMENT_SECONDS);
        return booking;
    }

    private static void fee(ObjectNode booking, String type, String description, long amount) {
        ObjectNode detail = ((ArrayNode) booking.path("fee_details")).addObject();
        detail.put("amount", amount);
        detail.putNull("application");
        detail.put("currency", Json.text(booking, "currency"));
        detail.put("description", description);
        detail.put("type", type);
        booking.put("fee", Json.number(booking, "fee") + amount);
        booking.put("net", Json.number(booking, "net") - amount);
    }

    private String keep(String account, ObjectNode booking) {
        booking.put("_account", account);
        store.put(account, booking);
        return Json.text(booking, "id");
    }
}
