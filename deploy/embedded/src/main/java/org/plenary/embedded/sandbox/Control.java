package org.plenary.embedded.sandbox;

import com.samskivert.mustache.Mustache;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.node.ObjectNode;

/** What is not Stripe's: time, faults, webhooks, what was asked, balances. JSON, and one page of forms. */
final class Control implements HttpHandler {
    static final String PATH = "/_sandbox/";

    private final Store store;
    private final SandboxClock clock;
    private final Faults faults;
    private final RequestLog log;
    private final WebhookMode mode;
    private final Webhooks webhooks;
    private final Sessions sessions;
    private final Accounts accounts;
    private final Ledger ledger;
    private final Payouts payouts;
    private final Disputes disputes;
    private final Subscribing subscribing;
    private final Banks banks;

    Control(
            Store store,
            SandboxClock clock,
            Faults faults,
            RequestLog log,
            WebhookMode mode,
            Webhooks webhooks,
            Sessions sessions,
            Accounts accounts,
            Ledger ledger,
            Payouts payouts,
            Disputes disputes,
            Subscribing subscribing,
            Banks banks) {
        this.banks = banks;
        this.subscribing = subscribing;
        this.store = store;
        this.clock = clock;
        this.faults = faults;
        this.log = log;
        this.mode = mode;
        this.webhooks = webhooks;
        this.sessions = sessions;
        this.accounts = accounts;
        this.ledger = ledger;
        this.payouts = payouts;
        this.disputes = disputes;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String what = exchange.getRequestURI().getPath().substring(PATH.length());
        try {
            if (exchange.getRequestMethod().equals("GET")) {
                show(exchange, what);
            } else if (!exchange.getRequestMethod().equals("POST") || foreign(exchange)) {
                throw StripeError.status(403, "invalid_request_error", null, "Only POST, and only from this server.");
            } else {
                change(exchange, what);
            }
        } catch (StripeError e) {
            Http.json(exchange, e.status(), e.body());
        } catch (IllegalArgumentException | DateTimeException | JacksonException e) {
            Http.json(
                    exchange,
                    400,
                    StripeError.invalidParameter(null, null, String.valueOf(e.getMessage()))
                            .body());
        }
    }

    /** A form on somebody else's page must not be able to control this server. */
    private static boolean foreign(HttpExchange exchange) {
        String origin = exchange.getRequestHeaders().getFirst("Origin");
        String host = exchange.getRequestHeaders().getFirst("Host");
        return origin != null && !origin.equals("http://" + host);
    }

    private void show(HttpExchange exchange, String what) throws IOException {
        if (what.isEmpty()) {
            Http.html(exchange, 200, page());
            return;
        }
        Params params = new Params(query(exchange.getRequestURI().getRawQuery()));
        ObjectNode answer = described(what, params);
        if (answer == null) {
            throw StripeError.status(404, "invalid_request_error", null, "No control " + what);
        }
        Http.json(exchange, 200, answer);
    }

    private @Nullable ObjectNode described(String what, Params params) {
        return switch (what) {
            case "state" -> state();
            case "clock" -> time();
            case "faults" -> faults.describe();
            case "webhooks" -> webhooks.describe();
            case "requests" -> {
                ObjectNode requests = Json.object();
                requests.set("requests", log.last(params.number("limit").orElse(50L)));
                yield requests;
            }
            case "ledger" -> {
                ObjectNode balances = Json.object();
                balances.set("balances", ledger.balances());
                yield balances;
            }
            default -> null;
        };
    }

    private void change(HttpExchange exchange, String what) throws IOException {
        String body = Http.body(exchange);
        boolean json = Http.sendsJson(exchange);
        Params params = new Params(json && !body.isBlank() ? Json.read(body) : Form.decode(json ? "" : body));
        ObjectNode answer = switch (what) {
            case "clock" -> advance(params);
            case "faults" -> {
                faults.order(params);
                yield faults.describe();
            }
            case "faults/clear" -> {
                faults.clear();
                yield faults.describe();
            }
            case "webhooks" -> {
                mode.set(params);
                yield webhooks.describe();
            }
            case "webhooks/flush" -> flush();
            case "accounts" -> account(params);
            case "disputes" -> disputes.control(params);
            case "debits" -> banks.debits().decideNow(params.required("account"));
            case "refunds" -> banks.refunds().answerNow(params.required("account"));
            case "sessions" -> sessions.expireNow(params.required("account"));
            case "onboarding" -> Json.visible(accounts.onboardAtOnce(params.flag("at_once")));
            case "customers" -> advanceOne(params);
            case "payouts" -> Json.visible(payouts.payOut(params.required("account"), params.required("currency")));
            case "adjustments" ->
                Json.visible(ledger.adjusted(
                        params.required("account"),
                        params.required("currency"),
                        params.number("amount").orElseThrow(() -> StripeError.missing("amount")),
                        params.text("description").orElse("Adjustment")));
            case "reset" -> reset();
            default -> throw StripeError.status(404, "invalid_request_error", null, "No control " + what);
        };
        if (json) {
            Http.json(exchange, 200, answer);
        } else {
            Http.redirect(exchange, PATH);
        }
    }

    private ObjectNode account(Params params) {
        String account = params.required("account");
        if (params.text("settles").isPresent()) {
            return Json.visible(ledger.settleIn(account, params.required("settles")));
        }
        String standing = params.text("standing").orElseGet(() -> params.flag("card_payments") ? "active" : "asked");
        return Json.visible(
                standing.equals("deauthorized")
                        ? accounts.deauthorize(account)
                        : accounts.stand(account, AccountStanding.of(standing)));
    }

    private ObjectNode advance(Params params) {
        clock.advance(span(params));
        sessions.expireDue();
        disputes.expireDue();
        subscribing.cycle.run();
        banks.run();
        return time();
    }

    /** Time passes for one customer's subscriptions, and for nobody else. */
    private ObjectNode advanceOne(Params params) {
        String customer = params.required("customer");
        ObjectNode advanced =
                subscribing.customers.advance(customer, span(params).toSeconds());
        subscribing.cycle.run();
        ObjectNode time = Json.object();
        time.put("customer", customer);
        time.put("unix", subscribing.customers.now(Json.text(advanced, "_account"), customer));
        return time;
    }

    private static Duration span(Params params) {
        return params.text("advance")
                .map(Duration::parse)
                .orElseGet(() -> Duration.ofSeconds(
                        params.number("advance_seconds").orElseThrow(() -> StripeError.missing("advance_seconds"))));
    }

    private ObjectNode flush() {
        ObjectNode resume = Json.object();
        resume.put("paused", "false");
        mode.set(new Params(resume));
        ObjectNode answer = Json.object();
        answer.put("sent", webhooks.flush());
        return answer;
    }

    private ObjectNode reset() {
        faults.clear();
        mode.clear();
        webhooks.forget();
        sessions.forget();
        log.clear();
        store.reset();
        return state();
    }

    private ObjectNode time() {
        ObjectNode time = Json.object();
        time.put("now", clock.instant().toString());
        time.put("unix", clock.seconds());
        return time;
    }

    private ObjectNode state() {
        ObjectNode state = Json.object();
        state.set("clock", time());
        state.set("faults", faults.describe());
        state.set("webhooks", webhooks.describe());
        state.set("balances", ledger.balances());
        return state;
    }

    private static ObjectNode query(@Nullable String query) {
        return Form.decode(query == null ? "" : query);
    }

    private String page() {
        return Mustache.compiler()
                .escapeHTML(true)
                .compile(Pages.resource("control.mustache"))
                .execute(Map.of(
                        "now", clock.instant().toString(),
                        "faults", Json.pretty(faults.describe()),
                        "webhooks", Json.pretty(webhooks.describe()),
                        "balances", Json.pretty(ledger.balances()),
                        "requests", Json.pretty(log.last(20))));
    }
}
