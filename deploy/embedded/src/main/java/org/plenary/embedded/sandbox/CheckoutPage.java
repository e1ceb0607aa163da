package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The hosted page on which the payer types a card, and the bank's page that some cards lead to. */
final class CheckoutPage implements HttpHandler {
    static final String PATH = "/c/pay/";
    private static final String BANK = "/authenticate";

    /** What came of a click on pay. */
    private sealed interface Outcome {
        record Go(String location) implements Outcome {}

        record Again(int status, List<String> messages, Map<String, String> typed) implements Outcome {}

        record Over() implements Outcome {}
    }

    private final Store store;
    private final SandboxClock clock;
    private final Sessions sessions;
    private final Intents intents;
    private final Pages pages;
    private final SubscriptionCheckout subscribing;
    private final Debits debits;

    CheckoutPage(
            Store store,
            SandboxClock clock,
            Sessions sessions,
            Intents intents,
            Pages pages,
            SubscriptionCheckout subscribing,
            Debits debits) {
        this.debits = debits;
        this.subscribing = subscribing;
        this.store = store;
        this.clock = clock;
        this.sessions = sessions;
        this.intents = intents;
        this.pages = pages;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().substring(PATH.length());
        boolean bank = path.endsWith(BANK);
        String id = bank ? path.substring(0, path.length() - BANK.length()) : path;
        ObjectNode session = sessions.onPage(id);
        String language = exchange.getRequestHeaders().getFirst("Accept-Language");
        if (session == null) {
            Http.html(exchange, 404, pages.gone(null, language, "page.unknown"));
        } else if (!Sessions.isOpen(session)) {
            over(exchange, session, language);
        } else if (exchange.getRequestMethod().equals("POST")) {
            act(exchange, session, bank, Form.decode(Http.body(exchange)), language);
        } else if (bank) {
            boolean waiting = intent(session).filter(CheckoutPage::waits).isPresent();
            Http.html(
                    exchange,
                    waiting ? 200 : 410,
                    waiting ? pages.bank(session, language) : pages.gone(session, language, "page.no-authentication"));
        } else {
            String method = Json.text(Form.decode(query(exchange)), "method");
            Http.html(exchange, 200, pages.checkout(session, language, List.of(), Map.of("method", method)));
        }
    }

    private void act(
            HttpExchange exchange, ObjectNode session, boolean bank, ObjectNode form, @Nullable String language)
            throws IOException {
        if (!MessageDigest.isEqual(bytes(session, "_csrf"), bytes(form, "csrf"))) {
            Http.html(exchange, 403, pages.gone(session, language, "page.forged"));
            return;
        }
        String id = Json.text(session, "id");
        Outcome outcome = store.transact(() -> {
            // read again: another click may have come first
            ObjectNode current = sessions.onPage(id);
            if (current == null || !Sessions.isOpen(current)) {
                return new Outcome.Over();
            }
            if (bank) {
                return answered(current, form);
            }
            return LocalMethod.of(current, Json.text(form, "method"))
                    .map(method -> payBy(method, current, form))
                    .orElseGet(() -> pay(current, CardForm.of(form)));
        });
        switch (outcome) {
            case Outcome.Go(String location) -> Http.redirect(exchange, location);
            case Outcome.Over() -> over(exchange, current(id, session), language);
            case Outcome.Again(int status, List<String> messages, Map<String, String> typed) ->
                Http.html(exchange, status, pages.checkout(current(id, session), language, messages, typed));
        }
    }

    private ObjectNode current(String id, ObjectNode otherwise) {
        ObjectNode current = sessions.onPage(id);
        return current == null ? otherwise : current;
    }

    private Outcome pay(ObjectNode session, CardForm form) {
        Map<String, String> typed = Map.of("email", form.email(), "name", form.name(), "country", form.country());
        List<String> mistakes = form.mistakes(clock.instant());
        if (!mistakes.isEmpty()) {
            return new Outcome.Again(422, mistakes, typed);
        }
        String account = Json.text(session, "_account");
        if (Json.number(session, "amount_total") == 0) {
            return keep(session, form, typed);
        }
        ObjectNode intent = intents.of(account, session);
        sessions.save(session);
        TestCard card = TestCard.of(form.number()).orElse(null);
        if (card == null) {
            intents.fail(account, intent, null, form.payer(), Decline.NOT_A_TEST_CARD);
            return declined(Decline.NOT_A_TEST_CARD, typed);
        }
        if (card.wantsAuthentication()) {
            String page = PATH + Json.text(session, "id") + BANK;
            intents.requireAction(account, intent, card.name(), form.payer(), page);
            return new Outcome.Go(page);
        }
        return charge(session, intent, card, form.payer());
    }

    /** A trial begins: the card is only kept. */
    private Outcome keep(ObjectNode session, CardForm form, Map<String, String> typed) {
        TestCard card = TestCard.of(form.number()).orElse(null);
        if (card == null) {
            return declined(Decline.NOT_A_TEST_CARD, typed);
        }
        if (!card.attaches()) {
            return declined(card.decline().orElseThrow(), typed);
        }
        return completed(session, card, form.payer(), null);
    }

    private Outcome answered(ObjectNode session, ObjectNode form) {
        ObjectNode intent = intent(session).orElse(null);
        if (intent == null || !waits(intent)) {
            return new Outcome.Go(Json.text(session, "url"));
        }
        ObjectNode attempt = Json.child(intent, "_attempt");
        var payer = new Intents.Payer(
                Json.text(attempt, "email"),
                Json.text(attempt, "name"),
                Json.text(attempt, "country"),
                Json.text(attempt, "expiry"));
        String name = Json.text(attempt, "method");
        LocalMethod method = LocalMethod.of(session, name).orElse(null);
        intent.remove("_attempt");
        if (!form.has("complete")) {
            TestCard card = method == null ? TestCard.valueOf(name) : null;
            intents.fail(Json.text(session, "_account"), intent, card, payer, Decline.AUTHENTICATION);
            return declined(Decline.AUTHENTICATION, typed(payer));
        }
        return method == null
                ? charge(session, intent, TestCard.valueOf(name), payer)
                : paid(session, intent, Means.of(method), payer);
    }

    private Outcome charge(ObjectNode session, ObjectNode intent, TestCard card, Intents.Payer payer) {
        String account = Json.text(session, "_account");
        Decline decline = card.decline().orElse(null);
        if (decline != null) {
            intents.fail(account, intent, card, payer, decline);
            return declined(decline, typed(payer));
        }
        if (SubscriptionCheckout.isOne(session)) {
            intents.succeed(account, intent, Means.of(card, payer), payer);
            return completed(session, card, payer, intent);
        }
        return paid(session, intent, Means.of(card, payer), payer);
    }

    private Outcome paid(ObjectNode session, ObjectNode intent, Means means, Intents.Payer payer) {
        intents.succeed(Json.text(session, "_account"), intent, means, payer);
        sessions.complete(session, payer, true);
        return back(session);
    }

    /** Alipay and WeChat Pay ask on a page of their own, a direct debit takes the mandate and waits. */
    private Outcome payBy(LocalMethod method, ObjectNode session, ObjectNode form) {
        var typed = LocalForm.of(form);
        List<String> mistakes = typed.mistakes(method);
        if (!mistakes.isEmpty()) {
            return new Outcome.Again(422, mistakes, typed.typed(method));
        }
        String account = Json.text(session, "_account");
        ObjectNode intent = intents.of(account, session);
        sessions.save(session);
        if (method == LocalMethod.SEPA_DEBIT) {
            debits.begin(account, session, intent, TestDebit.of(typed.iban()).orElseThrow(), typed.payer());
            return back(session);
        }
        String page = PATH + Json.text(session, "id") + BANK;
        intents.requireAction(account, intent, method.wire(), typed.payer(), page);
        return new Outcome.Go(page);
    }

    private Outcome completed(ObjectNode session, TestCard card, Intents.Payer payer, @Nullable ObjectNode intent) {
        if (SubscriptionCheckout.isOne(session)) {
            subscribing.begin(session, card, payer, intent);
        }
        sessions.complete(session, payer, true);
        return back(session);
    }

    private static Outcome back(ObjectNode session) {
        return new Outcome.Go(
                Json.text(session, "success_url").replace("{CHECKOUT_SESSION_ID}", Json.text(session, "id")));
    }

    private static String query(HttpExchange exchange) {
        String query = exchange.getRequestURI().getRawQuery();
        return query == null ? "" : query;
    }

    private static Outcome declined(Decline decline, Map<String, String> typed) {
        return new Outcome.Again(402, List.of("decline." + decline.reason()), typed);
    }

    private static Map<String, String> typed(Intents.Payer payer) {
        return Map.of("email", payer.email(), "name", payer.name(), "country", payer.country());
    }

    private Optional<ObjectNode> intent(ObjectNode session) {
        return store.find(Json.text(session, "_account"), Json.text(session, Intents.member(session)));
    }

    private static boolean waits(ObjectNode intent) {
        return Json.text(intent, "status").equals("requires_action");
    }

    private void over(HttpExchange exchange, ObjectNode session, @Nullable String language) throws IOException {
        boolean paid = Json.text(session, "status").equals("complete");
        Http.html(exchange, 410, pages.gone(session, language, paid ? "page.paid" : "page.expired"));
    }

    private static byte[] bytes(ObjectNode node, String member) {
        return Json.text(node, member).getBytes(StandardCharsets.UTF_8);
    }
}
