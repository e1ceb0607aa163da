package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The page behind an invoice's link, on which whoever has the link pays it with a card. */
final class InvoicePage implements HttpHandler {
    static final String PATH = "/i/";

    private final Store store;
    private final Customers customers;
    private final Subscriptions.Billing billing;
    private final Pages pages;

    InvoicePage(Store store, Customers customers, Subscriptions.Billing billing, Pages pages) {
        this.store = store;
        this.customers = customers;
        this.billing = billing;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring(PATH.length());
        String accept = exchange.getRequestHeaders().getFirst("Accept-Language");
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        boolean post = exchange.getRequestMethod().equals("POST");
        ObjectNode form = Form.decode(post ? Http.body(exchange) : "");
        ObjectNode invoice = find(id, query);
        if (invoice == null) {
            Http.html(exchange, 404, pages.gone(null, accept, "page.unknown"));
            return;
        }
        List<String> mistakes = post ? store.transact(() -> pay(id, query, CardForm.of(form))) : List.of();
        ObjectNode now = find(id, query);
        if (now == null || !Json.text(now, "status").equals("open")) {
            Http.html(exchange, post ? 200 : 410, pages.gone(null, accept, "page.paid"));
            return;
        }
        String language = Pages.language(Json.object(), accept);
        Map<String, Object> view = Map.of(
                "errors",
                        mistakes.stream().map(key -> pages.text(language, key)).toList(),
                "failed", !mistakes.isEmpty(),
                "action", PATH + id + "?" + query,
                "number", Json.text(now, "number"),
                "total", Currencies.shown(Json.number(now, "amount_due"), Json.text(now, "currency")),
                "email", Json.text(now, "customer_email"),
                "name", Json.text(now, "customer_name"),
                "countries", Pages.countries(language, ""));
        Http.html(exchange, mistakes.isEmpty() ? 200 : 402, pages.page("invoice", language, view));
    }

    private @Nullable ObjectNode find(String id, String query) {
        return store.findAnywhere(id)
                .filter(_ -> Ids.kind(id).equals("in"))
                .filter(invoice -> query.equals("secret=" + Json.text(invoice, "_secret")))
                .orElse(null);
    }

    private List<String> pay(String id, String query, CardForm form) {
        ObjectNode invoice = find(id, query);
        if (invoice == null || !Json.text(invoice, "status").equals("open")) {
            return List.of();
        }
        String account = Json.text(invoice, "_account");
        ObjectNode customer = customers.get(account, Json.text(invoice, "customer"), "customer");
        long now = customers.now(account, Json.text(customer, "id"));
        List<String> mistakes = form.mistakes(java.time.Instant.ofEpochSecond(now));
        TestCard card = TestCard.of(form.number()).orElse(null);
        if (!mistakes.isEmpty()) {
            return mistakes;
        }
        if (card == null || !card.attaches()) {
            Decline decline =
                    card == null ? Decline.NOT_A_TEST_CARD : card.decline().orElseThrow();
            return List.of("decline." + decline.reason());
        }
        String method = customers.keepCard(customer, card, form.payer());
        Decline decline = billing.collecting().attempt(invoice, method, now, false, null);
        return decline == null ? List.of() : List.of("decline." + decline.reason());
    }
}
