package org.plenary.embedded.sandbox;

import java.util.function.Function;
import tools.jackson.databind.node.ObjectNode;

/** Everything about subscriptions put together, and the calls that reach it. */
final class Subscribing {
    final Customers customers;
    final Subscriptions.Billing billing;
    final Subscriptions subscriptions;
    final SubscriptionCheckout checkout;
    final Cycle cycle;

    private final Catalogue catalogue;
    private final Meters meters;
    private final InvoicePreview preview;
    private final Taxes taxes;
    private final TaxIds taxIds;
    private final TestClocks clocks;
    private final ClockRemoval removal;

    Subscribing(Store store, SandboxClock clock, Events events, Listing listing, Intents intents, String address) {
        clocks = new TestClocks(store, clock, events, listing);
        customers = new Customers(store, clock, events, listing, clocks);
        catalogue = new Catalogue(store, clock, listing);
        meters = new Meters(store, clock, customers, listing);
        var lines = new InvoiceLines(catalogue, meters);
        var invoices = new Invoices(store, customers, events, listing, address);
        var collecting = new Collecting(store, events, customers, invoices, intents);
        taxes = new Taxes(store, clock, listing);
        taxIds = new TaxIds(store, customers, listing);
        billing = new Subscriptions.Billing(lines, invoices, collecting, taxes);
        var items = new SubscriptionItems(catalogue, lines);
        subscriptions = new Subscriptions(store, events, customers, listing, items, billing);
        preview = new InvoicePreview(subscriptions, billing);
        checkout = new SubscriptionCheckout(store, customers, subscriptions, items, billing);
        removal = new ClockRemoval(store, events, clocks, customers, subscriptions);
        cycle = new Cycle(store, events, customers, subscriptions, items, billing, clocks, removal);
    }

    void route(Routes routes, Portal portal) {
        Params.Known none = Params.Known.of();
        routeClocks(routes);
        routes.post("/v1/customers", Customers.CREATE, customers::create);
        routes.get("/v1/customers", Customers.LIST, customers::list);
        routes.get("/v1/customers/*", none, customers::retrieve);
        routes.post("/v1/customers/*", Customers.UPDATE, customers::update);
        routes.post("/v1/customers/*/tax_ids", TaxIds.CREATE, taxIds::create);
        routes.get("/v1/customers/*/tax_ids", TaxIds.LIST, taxIds::list);
        routes.delete("/v1/customers/*/tax_ids/*", none, taxIds::delete);
        routes.post("/v1/tax_rates", Taxes.CREATE, taxes::create);
        routes.get("/v1/tax_rates", Taxes.LIST, taxes::list);
        routes.get("/v1/tax_rates/*", none, found(routes, "txr", "tax rate"));
        routes.get("/v1/payment_methods/*", none, call -> customers.card(call.account(), call.id(), null));
        routes.post("/v1/products", Catalogue.CREATE_PRODUCT, catalogue::createProduct);
        routes.get("/v1/products", Catalogue.LIST_PRODUCTS, catalogue::listProducts);
        routes.get("/v1/products/*", none, found(routes, "prod", "product"));
        routes.post("/v1/prices", Catalogue.CREATE_PRICE, catalogue::createPrice);
        routes.get("/v1/prices", Catalogue.LIST_PRICES, catalogue::listPrices);
        routes.get("/v1/prices/*", none, found(routes, "price", "price"));
        routes.post("/v1/billing/meters", Meters.CREATE, meters::create);
        routes.get("/v1/billing/meters", Meters.LIST, meters::list);
        routes.get("/v1/billing/meters/*", none, found(routes, "mtr", "billing meter"));
        routes.get("/v1/billing/meters/*/event_summaries", Meters.SUMMARIES, meters::summaries);
        routes.post("/v1/billing/meter_events", Meters.CREATE_EVENT, meters::count);
        routes.post("/v1/billing_portal/sessions", Portal.CREATE, portal::create);
        routes.post("/v1/subscriptions", Subscriptions.CREATE, subscriptions::create);
        routes.get("/v1/subscriptions", Subscriptions.LIST, subscriptions::list);
        routes.get("/v1/subscriptions/*", none, subscriptions::retrieve);
        routes.post("/v1/subscriptions/*", Subscriptions.UPDATE, subscriptions::update);
        routes.delete("/v1/subscriptions/*", Subscriptions.CANCEL, subscriptions::cancel);
        routes.get("/v1/invoices", Invoices.LIST, billing.invoices()::list);
        routes.post("/v1/invoices/create_preview", InvoicePreview.CREATE, preview::create);
        routes.get("/v1/invoices/*", none, billing.invoices()::get);
        routes.post("/v1/invoices/*/finalize", none, billing.collecting()::finish);
        routes.post("/v1/invoices/*/pay", Collecting.PAY, billing.collecting()::pay);
        routes.post("/v1/invoices/*/void", none, call -> billing.invoices().close(call, "void"));
        routes.post(
                "/v1/invoices/*/mark_uncollectible",
                none,
                call -> billing.invoices().close(call, "uncollectible"));
    }

    private void routeClocks(Routes routes) {
        Params.Known none = Params.Known.of();
        routes.post("/v1/test_helpers/test_clocks", TestClocks.CREATE, clocks::create);
        routes.get("/v1/test_helpers/test_clocks", TestClocks.LIST, clocks::list);
        routes.get("/v1/test_helpers/test_clocks/*", none, clocks::retrieve);
        routes.post("/v1/test_helpers/test_clocks/*/advance", TestClocks.ADVANCE, clocks::advance);
        routes.delete("/v1/test_helpers/test_clocks/*", none, removal::delete);
    }

    private static Function<Call, ObjectNode> found(Routes routes, String kind, String name) {
        return call -> routes.find(call, kind, name);
    }
}
