package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/**
 * The customers' own page: another card, the end of a subscription or not, invoices and paying them. Plans cannot be
 * changed here, as in Stripe's own default.
 */
final class Portal implements HttpHandler {
    static final String PATH = "/p/session/";
    static final Params.Known CREATE = Params.Known.of("customer", "return_url", "locale")
            .notSimulated("configuration", "customer_account", "flow_data", "on_behalf_of");

    private final Store store;
    private final Customers customers;
    private final Subscriptions subscriptions;
    private final Subscriptions.Billing billing;
    private final Pages pages;
    private final String address;

    Portal(
            Store store,
            Customers customers,
            Subscriptions subscriptions,
            Subscriptions.Billing billing,
            Pages pages,
            String address) {
        this.store = store;
        this.customers = customers;
        this.subscriptions = subscriptions;
        this.billing = billing;
        this.pages = pages;
        this.address = address;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        ObjectNode customer = customers.get(call.account(), params.required("customer"), "customer");
        ObjectNode session = Json.shape("portal_session");
        String id = Ids.next("bps_1");
        session.put("id", id);
        session.put("_account", call.account());
        session.put("_csrf", Ids.tail(32));
        session.put("customer", Json.text(customer, "id"));
        session.put("created", customers.now(call.account(), ""));
        session.put("return_url", params.textOrNull("return_url"));
        session.put("locale", params.textOrNull("locale"));
        session.put("url", address + PATH + id);
        return store.put(call.account(), session);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring(PATH.length());
        String accept = exchange.getRequestHeaders().getFirst("Accept-Language");
        ObjectNode session =
                store.findAnywhere(id).filter(_ -> Ids.kind(id).equals("bps")).orElse(null);
        if (session == null) {
            Http.html(exchange, 404, pages.gone(null, accept, "page.unknown"));
            return;
        }
        String language = Pages.language(session, accept);
        if (!exchange.getRequestMethod().equals("POST")) {
            Http.html(exchange, 200, page(session, language, List.of()));
            return;
        }
        ObjectNode form = Form.decode(Http.body(exchange));
        byte[] given = Json.text(form, "csrf").getBytes(StandardCharsets.UTF_8);
        if (!MessageDigest.isEqual(given, Json.text(session, "_csrf").getBytes(StandardCharsets.UTF_8))) {
            Http.html(exchange, 403, pages.gone(session, accept, "page.forged"));
            return;
        }
        List<String> mistakes = store.transact(() -> act(session, form));
        if (mistakes.isEmpty()) {
            Http.redirect(exchange, PATH + id);
        } else {
            Http.html(exchange, 422, page(session, language, mistakes));
        }
    }

    /** Message keys of what went wrong; what the bank refused stays written down all the same. */
    private List<String> act(ObjectNode session, ObjectNode form) {
        String account = Json.text(session, "_account");
        ObjectNode customer = customers.get(account, Json.text(session, "customer"), "customer");
        return switch (Json.text(form, "action")) {
            case "card" -> card(customer, CardForm.of(form));
            case "cancel" -> cancel(account, customer, form, true);
            case "keep" -> cancel(account, customer, form, false);
            case "pay" -> pay(account, customer, Json.text(form, "invoice"));
            default -> List.of("page.forged");
        };
    }

    private List<String> card(ObjectNode customer, CardForm form) {
        List<String> mistakes = form.mistakes(
                Instant.ofEpochSecond(customers.now(Json.text(customer, "_account"), Json.text(customer, "id"))));
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        TestCard card = TestCard.of(form.number()).orElse(null);
        if (card == null) {
            return List.of("decline." + Decline.NOT_A_TEST_CARD.reason());
        }
        if (!card.attaches()) {
            return List.of("decline." + card.decline().orElseThrow().reason());
        }
        String method = customers.keepCard(customer, card, form.payer());
        for (ObjectNode subscription : own(Json.text(customer, "_account"), "sub", customer)) {
            subscription.put("default_payment_method", method);
            store.put(Json.text(customer, "_account"), subscription);
        }
        return List.of();
    }

    private List<String> cancel(String account, ObjectNode customer, ObjectNode form, boolean wanted) {
        for (ObjectNode subscription : own(account, "sub", customer)) {
            if (Json.text(subscription, "id").equals(Json.text(form, "subscription"))
                    && !Json.text(subscription, "status").equals("canceled")) {
                subscriptions.cancelAtEnd(subscription, wanted);
                store.put(account, subscription);
                billing.invoices().told(account, "customer.subscription.updated", subscription);
            }
        }
        return List.of();
    }

    private List<String> pay(String account, ObjectNode customer, String id) {
        ObjectNode invoice = own(account, "in", customer).stream()
                .filter(one -> Json.text(one, "id").equals(id)
                        && Json.text(one, "status").equals("open"))
                .findFirst()
                .orElse(null);
        if (invoice == null) {
            return List.of("page.paid");
        }
        Decline decline = billing.collecting()
                .attempt(invoice, null, customers.now(account, Json.text(customer, "id")), false, null);
        return decline == null ? List.of() : List.of("decline." + decline.reason());
    }

    private List<ObjectNode> own(String account, String kind, ObjectNode customer) {
        return store.all(kind, account).stream()
                .filter(one -> Json.text(one, "customer").equals(Json.text(customer, "id")))
                .toList();
    }

    private String page(ObjectNode session, String language, List<String> mistakes) {
        String account = Json.text(session, "_account");
        ObjectNode customer = customers.get(account, Json.text(session, "customer"), "customer");
        Map<String, Object> view = new HashMap<>();
        view.put(
                "errors",
                mistakes.stream().map(key -> pages.text(language, key)).toList());
        view.put("failed", !mistakes.isEmpty());
        view.put("csrf", Json.text(session, "_csrf"));
        view.put("action", PATH + Json.text(session, "id"));
        view.put("back", Json.text(session, "return_url"));
        view.put("name", Json.text(customer, "name"));
        view.put("email", Json.text(customer, "email"));
        view.put("countries", Pages.countries(language, ""));
        view.put(
                "card",
                store.find(account, Json.text(customer.path("invoice_settings"), "default_payment_method"))
                        .map(method -> Json.text(method.path("card"), "brand") + " •••• "
                                + Json.text(method.path("card"), "last4"))
                        .orElse("–"));
        List<Map<String, Object>> running = new ArrayList<>();
        for (ObjectNode subscription : own(account, "sub", customer)) {
            if (!Json.text(subscription, "status").equals("canceled")) {
                running.add(Map.of(
                        "id", Json.text(subscription, "id"),
                        "status", Json.text(subscription, "status"),
                        "until", day(SubscriptionItems.periodEnd(subscription)),
                        "ending", subscription.path("cancel_at_period_end").asBoolean(false)));
            }
        }
        view.put("subscriptions", running);
        List<Map<String, Object>> invoices = new ArrayList<>();
        for (ObjectNode invoice : own(account, "in", customer).reversed()) {
            invoices.add(Map.of(
                    "id", Json.text(invoice, "id"),
                    "number", Json.text(invoice, "number"),
                    "status", Json.text(invoice, "status"),
                    "day", day(Json.number(invoice, "created")),
                    "amount", Currencies.shown(Json.number(invoice, "amount_due"), Json.text(invoice, "currency")),
                    "open", Json.text(invoice, "status").equals("open")));
        }
        view.put("invoices", invoices);
        return pages.page("portal", language, view);
    }

    private static String day(long at) {
        return Instant.ofEpochSecond(at).atZone(ZoneOffset.UTC).toLocalDate().toString();
    }
}
