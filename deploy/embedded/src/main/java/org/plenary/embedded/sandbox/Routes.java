package org.plenary.embedded.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Which call does what. Variables of a path are written {@code *}. */
final class Routes {

    record Route(String method, List<String> steps, Params.Known parameters, Function<Call, ObjectNode> work) {}

    /** A route and the values of its variables. */
    record Match(Route route, List<String> variables) {}

    /** First steps of paths that Stripe has; what is not simulated below them is said to be so. */
    private static final Set<String> STRIPES = Set.of(
            "account",
            "account_links",
            "account_sessions",
            "accounts",
            "application_fees",
            "balance",
            "balance_settings",
            "balance_transactions",
            "billing",
            "billing_portal",
            "charges",
            "checkout",
            "confirmation_tokens",
            "core",
            "country_specs",
            "coupons",
            "credit_notes",
            "customers",
            "customer_sessions",
            "disputes",
            "entitlements",
            "ephemeral_keys",
            "events",
            "exchange_rates",
            "file_links",
            "files",
            "forwarding",
            "identity",
            "invoice_payments",
            "invoiceitems",
            "invoices",
            "issuing",
            "mandates",
            "money_management",
            "payment_attempt_records",
            "payment_intents",
            "payment_links",
            "payment_method_configurations",
            "payment_method_domains",
            "payment_methods",
            "payment_records",
            "payouts",
            "plans",
            "prices",
            "products",
            "promotion_codes",
            "quotes",
            "radar",
            "refunds",
            "reporting",
            "reviews",
            "setup_attempts",
            "setup_intents",
            "shipping_rates",
            "sigma",
            "sources",
            "subscription_items",
            "subscription_schedules",
            "subscriptions",
            "tax",
            "tax_codes",
            "tax_ids",
            "tax_rates",
            "terminal",
            "test_helpers",
            "tokens",
            "topups",
            "transfers",
            "treasury",
            "webhook_endpoints");

    private static final Params.Known NONE = Params.Known.of();

    private final Store store;
    private final List<Route> routes = new ArrayList<>();

    Routes(Store store) {
        this.store = store;
    }

    void accounts(Accounts accounts, Onboarding onboarding) {
        post("/v2/core/account_links", Onboarding.CREATE_V2, onboarding::createV2);
        post("/v1/account_links", Onboarding.CREATE, onboarding::create);
        post("/v2/core/accounts/*", Accounts.UPDATE_V2, accounts::updateV2);
        post("/v1/accounts", Accounts.CREATE, accounts::create);
        get("/v1/account", NONE, accounts::own);
        get("/v1/accounts/*", NONE, accounts::retrieve);
        post("/v2/core/accounts", Accounts.CREATE_V2, accounts::createV2);
        get("/v2/core/accounts/*", Accounts.RETRIEVE_V2, accounts::retrieveV2);
    }

    void checkout(SessionRequest request, Sessions sessions) {
        post("/v1/checkout/sessions", SessionRequest.CREATE, call -> sessions.add(call, request.read(call)));
        get("/v1/checkout/sessions", Sessions.LIST, sessions::list);
        get("/v1/checkout/sessions/*", NONE, sessions::retrieve);
        get("/v1/checkout/sessions/*/line_items", Listing.with(), sessions::lines);
        post("/v1/checkout/sessions/*/expire", NONE, sessions::expire);
    }

    void payments(Intents intents, Refunds refunds, Ledger ledger) {
        get("/v1/payment_intents", Intents.LIST, intents::list);
        get("/v1/payment_intents/*", NONE, call -> find(call, "pi", "payment_intent"));
        post("/v1/payment_intents/*/cancel", Intents.CANCEL, intents::cancel);
        get("/v1/charges/*", NONE, call -> find(call, "ch", "charge"));
        post("/v1/refunds", Refunds.CREATE, refunds::create);
        get("/v1/refunds", Refunds.LIST, refunds::list);
        get("/v1/refunds/*", NONE, call -> find(call, "re", "refund"));
        get("/v1/balance_transactions", Ledger.LIST, ledger::list);
        get("/v1/balance_transactions/*", NONE, call -> find(call, "txn", "balance transaction"));
        get("/v1/application_fees/*", NONE, call -> find(call, "fee", "application fee"));
    }

    void payouts(Payouts payouts) {
        get("/v1/payouts", Payouts.LIST, payouts::list);
        get("/v1/payouts/*", NONE, call -> find(call, "po", "payout"));
    }

    void disputes(Disputes disputes) {
        get("/v1/disputes", Disputes.LIST, disputes::list);
        get("/v1/disputes/*", NONE, call -> find(call, "du", "dispute"));
        post("/v1/disputes/*", Disputes.UPDATE, disputes::update);
        post("/v1/disputes/*/close", Disputes.CLOSE, disputes::close);
    }

    void files(Files files) {
        post("/v1/files", Files.CREATE, files::create);
        get("/v1/files/*", NONE, call -> find(call, "file", "file upload"));
    }

    void events(Events events) {
        get("/v1/events", Events.LIST, events::list);
        get("/v1/events/*", NONE, call -> find(call, "evt", "event"));
    }

    Match match(String method, String path) {
        List<String> steps = steps(path);
        for (Route route : routes) {
            if (route.method().equals(method)) {
                Optional<List<String>> variables = variables(route.steps(), steps);
                if (variables.isPresent()) {
                    return new Match(route, variables.get());
                }
            }
        }
        if (steps.size() > 1 && STRIPES.contains(steps.get(1))) {
            throw StripeError.unsupported(null, "The card sandbox does not simulate " + method + " " + path + ".");
        }
        throw StripeError.status(
                404, "invalid_request_error", null, "Unrecognized request URL (" + method + ": " + path + ").");
    }

    ObjectNode find(Call call, String kind, String name) {
        return store.find(call.account(), call.id())
                .filter(_ -> Ids.kind(call.id()).equals(kind))
                .orElseThrow(() -> StripeError.notFound(name, "id", call.id()));
    }

    void get(String path, Params.Known parameters, Function<Call, ObjectNode> work) {
        routes.add(new Route("GET", steps(path), parameters, work));
    }

    void post(String path, Params.Known parameters, Function<Call, ObjectNode> work) {
        routes.add(new Route("POST", steps(path), parameters, still(work)));
    }

    void delete(String path, Params.Known parameters, Function<Call, ObjectNode> work) {
        routes.add(new Route("DELETE", steps(path), parameters, still(work)));
    }

    private Function<Call, ObjectNode> still(Function<Call, ObjectNode> change) {
        return call -> {
            TestClocks.requireReady(store, call);
            return change.apply(call);
        };
    }

    private static List<String> steps(String path) {
        return Arrays.stream(path.split("/")).filter(step -> !step.isEmpty()).toList();
    }

    private static Optional<List<String>> variables(List<String> pattern, List<String> path) {
        if (pattern.size() != path.size()) {
            return Optional.empty();
        }
        List<String> variables = new ArrayList<>();
        for (int i = 0; i < path.size(); i++) {
            if (pattern.get(i).equals("*")) {
                variables.add(path.get(i));
            } else if (!pattern.get(i).equals(path.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(variables);
    }
}
