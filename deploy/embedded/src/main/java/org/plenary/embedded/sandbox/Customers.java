package org.plenary.embedded.sandbox;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Customers and the cards they have left. Each may live ahead of the sandbox's time, as Stripe's test clocks let them: so
 * one customer's years can pass without the others' payment pages running out; those on a test clock live in its time.
 */
final class Customers {
    private static final String[] PLAIN = {"email", "name", "description", "phone"};
    private static final String[] OTHERS = {
        "balance",
        "business_name",
        "cash_balance",
        "default_source",
        "individual_name",
        "invoice_prefix",
        "next_invoice_sequence",
        "payment_method",
        "shipping",
        "source",
        "tax",
        "tax_id_data",
        "validate"
    };
    static final Params.Known UPDATE = Params.Known.of(
                    "email",
                    "name",
                    "description",
                    "phone",
                    "address.*",
                    "metadata.*",
                    "preferred_locales.*",
                    "tax_exempt",
                    "invoice_settings.default_payment_method")
            .notSimulated(OTHERS);
    static final Params.Known CREATE = UPDATE.and("test_clock");
    static final Params.Known LIST = Listing.with("email", "test_clock");

    private final Store store;
    private final SandboxClock clock;
    private final Events events;
    private final Listing listing;
    private final TestClocks clocks;

    Customers(Store store, SandboxClock clock, Events events, Listing listing, TestClocks clocks) {
        this.store = store;
        this.clock = clock;
        this.events = events;
        this.listing = listing;
        this.clocks = clocks;
    }

    ObjectNode create(Call call) {
        ObjectNode customer = blank(call.account());
        call.params().text("test_clock").ifPresent(on -> {
            clocks.requireRoom(call.account(), on);
            customer.put("test_clock", on);
            customer.put("created", TestClocks.time(clocks.get(call.account(), on, "test_clock")));
        });
        take(call.params(), customer, call.account());
        store.put(call.account(), customer);
        events.emit(call.account(), "customer.created", customer, call);
        return customer;
    }

    ObjectNode update(Call call) {
        ObjectNode customer = get(call.account(), call.id(), "id");
        take(call.params(), customer, call.account());
        store.put(call.account(), customer);
        events.emit(call.account(), "customer.updated", customer, call);
        return customer;
    }

    ObjectNode list(Call call) {
        String on = call.params().textOrNull("test_clock");
        return listing.list(
                call,
                "cus",
                "/v1/customers",
                customer -> !customer.has("deleted")
                        && Json.text(customer, "test_clock").equals(on == null ? "" : on)
                        && call.params()
                                .text("email")
                                .map(Json.text(customer, "email")::equals)
                                .orElse(true));
    }

    /** Also one of whom no more is left than that there was one. */
    ObjectNode retrieve(Call call) {
        return store.find(call.account(), call.id())
                .filter(found -> found.has("deleted"))
                .orElseGet(() -> get(call.account(), call.id(), "id"));
    }

    void delete(ObjectNode customer, @Nullable Call cause) {
        String account = Json.text(customer, "_account");
        ObjectNode left = Json.object();
        left.put("id", Json.text(customer, "id"));
        left.put("object", "customer");
        left.put("deleted", true);
        left.put("_account", account);
        store.put(account, left);
        events.emit(account, "customer.deleted", customer, cause);
    }

    /** Who pays on a hosted page without having been known before. */
    ObjectNode arrived(String account, Intents.Payer payer) {
        ObjectNode customer = blank(account);
        customer.put("email", payer.email());
        customer.put("name", payer.name());
        store.put(account, customer);
        events.emit(account, "customer.created", customer, null);
        return customer;
    }

    ObjectNode get(String account, String id, String param) {
        return store.find(account, id)
                .filter(found -> Ids.kind(id).equals("cus") && !found.has("deleted"))
                .orElseThrow(() -> StripeError.notFound("customer", param, id));
    }

    /** Keeps a card for later, as the one that is charged from now on. */
    String keepCard(ObjectNode customer, TestCard card, Intents.Payer payer) {
        ObjectNode method = Json.shape("payment_method");
        String id = Ids.next("pm_1");
        method.put("id", id);
        method.put("created", clock.seconds());
        method.put("customer", Json.text(customer, "id"));
        method.put("_card", card.name());
        method.put("_expiry", payer.expiry());
        ObjectNode billing = Json.child(method, "billing_details");
        billing.put("email", payer.email());
        billing.put("name", payer.name());
        Json.child(billing, "address").put("country", payer.country());
        ObjectNode shown = Json.child(method, "card");
        shown.put("brand", card.brand());
        shown.put("display_brand", card.brand());
        shown.putNull("checks");
        shown.put("country", "US");
        shown.put("exp_month", Integer.parseInt(payer.expiry().substring(0, 2)));
        shown.put("exp_year", 2000 + Integer.parseInt(payer.expiry().substring(3)));
        shown.put(
                "fingerprint",
                Ids.digest(card.name().getBytes(java.nio.charset.StandardCharsets.UTF_8))
                        .substring(0, 16));
        shown.put("funding", "credit");
        shown.putNull("generated_from");
        shown.put("last4", card.lastFour());
        shown.putNull("networks");
        shown.putNull("regulated_status");
        shown.putNull("three_d_secure_usage");
        shown.putNull("wallet");
        String account = Json.text(customer, "_account");
        store.put(account, method);
        Json.child(customer, "invoice_settings").put("default_payment_method", id);
        store.put(account, customer);
        events.emit(account, "payment_method.attached", method, null);
        return id;
    }

    /** The time that a customer lives in. */
    long now(String account, String customer) {
        ObjectNode found = store.find(account, customer).orElseGet(Json::object);
        return store.find(account, Json.text(found, "test_clock"))
                .map(TestClocks::time)
                .orElseGet(() -> clock.seconds() + Json.number(found, "_ahead"));
    }

    /** Lets time pass for one customer alone, or for all who live on the same test clock. */
    ObjectNode advance(String id, long seconds) {
        if (seconds < 0) {
            throw new IllegalArgumentException("Time goes forward only");
        }
        return store.transact(() -> {
            ObjectNode customer = store.findAnywhere(id)
                    .filter(_ -> Ids.kind(id).equals("cus"))
                    .orElseThrow(() -> StripeError.notFound("customer", "customer", id));
            String account = Json.text(customer, "_account");
            String on = Json.text(customer, "test_clock");
            if (!on.isEmpty()) {
                clocks.advance(clocks.get(account, on, "test_clock"), now(account, id) + seconds, null);
                return customer;
            }
            customer.put("_ahead", Json.number(customer, "_ahead") + seconds);
            return store.put(account, customer);
        });
    }

    void requireRoomForOneMore(ObjectNode customer) {
        clocks.requireRoomFor(customer);
    }

    private ObjectNode blank(String account) {
        ObjectNode customer = Json.shape("customer");
        customer.put("id", Ids.next("cus_").substring(0, 18));
        customer.put("created", clock.seconds());
        customer.put("invoice_prefix", Ids.tail(8).toUpperCase(Locale.ROOT));
        customer.put("_account", account);
        return customer;
    }

    private void take(Params params, ObjectNode customer, String account) {
        for (String member : PLAIN) {
            params.text(member).ifPresent(value -> customer.put(member, value));
        }
        params.text("tax_exempt").ifPresent(value -> {
            if (!Set.of("none", "exempt", "reverse").contains(value)) {
                throw StripeError.invalidParameter(
                        null, "tax_exempt", "Invalid tax_exempt: must be one of none, exempt, or reverse");
            }
            customer.put("tax_exempt", value);
        });
        if (params.at("address") instanceof ObjectNode given) {
            ObjectNode address = Json.object();
            for (String member : new String[] {"city", "country", "line1", "line2", "postal_code", "state"}) {
                address.put(member, Json.textOrNull(given, member));
            }
            customer.set("address", address);
        }
        if (params.at("preferred_locales") instanceof ArrayNode locales) {
            customer.set("preferred_locales", locales);
        }
        Json.child(customer, "metadata").setAll(params.metadata("metadata"));
        params.text("invoice_settings.default_payment_method").ifPresent(method -> {
            card(account, method, Json.text(customer, "id"));
            Json.child(customer, "invoice_settings").put("default_payment_method", method);
        });
    }

    /** A card that this customer has left. */
    ObjectNode card(String account, String id, @Nullable String customer) {
        return store.find(account, id)
                .filter(method -> Ids.kind(id).equals("pm"))
                .filter(method ->
                        customer == null || Json.text(method, "customer").equals(customer))
                .orElseThrow(() -> StripeError.notFound("PaymentMethod", "default_payment_method", id));
    }
}
