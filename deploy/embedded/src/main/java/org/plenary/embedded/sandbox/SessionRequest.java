package org.plenary.embedded.sandbox;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads and checks what a checkout session is created from. */
final class SessionRequest {
    static final Params.Known CREATE = Params.Known.of(
                    "mode",
                    "ui_mode",
                    "success_url",
                    "cancel_url",
                    "client_reference_id",
                    "customer_email",
                    "currency",
                    "expires_at",
                    "locale",
                    "metadata.*",
                    "customer",
                    "line_items.*.price",
                    "subscription_data.metadata.*",
                    "subscription_data.default_tax_rates.*",
                    "subscription_data.trial_period_days",
                    "subscription_data.billing_mode.type",
                    "line_items.*.quantity",
                    "line_items.*.price_data.currency",
                    "line_items.*.price_data.unit_amount",
                    "line_items.*.price_data.tax_behavior",
                    "line_items.*.price_data.product_data.name",
                    "line_items.*.price_data.product_data.description",
                    "line_items.*.price_data.product_data.images.*",
                    "line_items.*.price_data.product_data.metadata.*",
                    "payment_intent_data.application_fee_amount",
                    "payment_intent_data.description",
                    "payment_intent_data.metadata.*",
                    "payment_intent_data.receipt_email",
                    "payment_intent_data.statement_descriptor",
                    "payment_intent_data.statement_descriptor_suffix")
            .notSimulated(
                    "adaptive_pricing",
                    "after_expiration",
                    "allow_promotion_codes",
                    "automatic_tax",
                    "billing_address_collection",
                    "branding_settings",
                    "consent_collection",
                    "custom_fields",
                    "custom_text",
                    "customer_account",
                    "customer_creation",
                    "customer_update",
                    "discounts",
                    "excluded_payment_method_types",
                    "integration_identifier",
                    "invoice_creation",
                    "managed_payments",
                    "name_collection",
                    "optional_items",
                    "origin_context",
                    "payment_method_collection",
                    "payment_method_configuration",
                    "payment_method_data",
                    "payment_method_options",
                    "payment_method_types",
                    "permissions",
                    "phone_number_collection",
                    "redirect_on_completion",
                    "return_url",
                    "saved_payment_method_options",
                    "setup_intent_data",
                    "shipping_address_collection",
                    "shipping_options",
                    "submit_type",
                    "tax_id_collection",
                    "wallet_options",
                    "line_items.*.adjustable_quantity",
                    "line_items.*.metadata",
                    "line_items.*.tax_rates",
                    "line_items.*.price_data.product",
                    "line_items.*.price_data.recurring",
                    "line_items.*.price_data.unit_amount_decimal",
                    "line_items.*.price_data.product_data.tax_code",
                    "line_items.*.price_data.product_data.unit_label",
                    "payment_intent_data.capture_method",
                    "payment_intent_data.on_behalf_of",
                    "payment_intent_data.setup_future_usage",
                    "payment_intent_data.shipping",
                    "payment_intent_data.transfer_data",
                    "payment_intent_data.transfer_group");

    private static final Set<String> LOCALES = Set.of(
            "auto", "bg", "cs", "da", "de", "el", "en", "en-GB", "es", "es-419", "et", "fi", "fil", "fr", "fr-CA", "hr",
            "hu", "id", "it", "ja", "ko", "lt", "lv", "ms", "mt", "nb", "nl", "pl", "pt", "pt-BR", "ro", "ru", "sk",
            "sl", "sv", "th", "tr", "vi", "zh", "zh-HK", "zh-TW");
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration LONGEST = Duration.ofHours(24);
    /** The caller's clock and way here are not ours: a request for exactly 30 minutes must pass. */
    private static final Duration SLACK = Duration.ofSeconds(15);

    private final Accounts accounts;
    private final SandboxClock clock;
    private final String address;
    private final SubscriptionCheckout subscriptions;

    SessionRequest(Accounts accounts, SandboxClock clock, String address, SubscriptionCheckout subscriptions) {
        this.subscriptions = subscriptions;
        this.accounts = accounts;
        this.clock = clock;
        this.address = address;
    }

    ObjectNode read(Call call) {
        Params params = call.params();
        String mode = params.required("mode");
        boolean subscribes = mode.equals("subscription");
        if (!subscribes && !mode.equals("payment")) {
            throw StripeError.unsupported(
                    "mode", "The card sandbox simulates mode=payment and mode=subscription only.");
        }
        if (!params.text("ui_mode").orElse("hosted_page").equals("hosted_page")) {
            throw StripeError.unsupported("ui_mode", "The card sandbox simulates ui_mode=hosted_page only.");
        }
        if (!accounts.takesCards(call.account())) {
            throw StripeError.refused(
                    null, null, "Your account cannot currently make live charges: card_payments is not active.");
        }
        ObjectNode session = Json.shape("session");
        String id = Ids.next("cs_test_");
        session.put("id", id);
        session.put("url", address + "/c/pay/" + id);
        session.put("created", clock.seconds());
        session.put("expires_at", expiry(params));
        session.put("success_url", url(params, "success_url", true));
        session.put("cancel_url", url(params, "cancel_url", false));
        session.put("client_reference_id", params.textOrNull("client_reference_id"));
        session.put("customer_email", params.textOrNull("customer_email"));
        session.put("locale", locale(params));
        session.set("metadata", params.metadata("metadata"));
        if (subscribes) {
            subscriptions.into(call, session);
        } else {
            SubscriptionCheckout.refuseIn(params);
            session.set("_lines", new SessionLines(params).into(session, id));
            session.set("_intent", intent(call, Json.number(session, "amount_total")));
        }
        return session;
    }

    private long expiry(Params params) {
        long now = clock.seconds();
        long at = params.number("expires_at").orElse(now + LONGEST.toSeconds());
        if (at < now + SHORTEST.minus(SLACK).toSeconds()) {
            throw StripeError.refused(
                    null,
                    "expires_at",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.");
        }
        if (at > now + LONGEST.plus(SLACK).toSeconds()) {
            throw StripeError.refused(
                    null,
                    "expires_at",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.");
        }
        return at;
    }

    private static @org.jspecify.annotations.Nullable String url(Params params, String name, boolean required) {
        String url = required ? params.required(name) : params.textOrNull(name);
        if (url != null) {
            // the placeholder's braces are not part of any URI
            String plain = url.replace("{CHECKOUT_SESSION_ID}", "id");
            if (!plain.matches("https?://[^\\s]+") || !URI.create(plain).isAbsolute()) {
                throw StripeError.invalidParameter("url_invalid", name, "Not a valid URL");
            }
        }
        return url;
    }

    private static @org.jspecify.annotations.Nullable String locale(Params params) {
        String locale = params.textOrNull("locale");
        if (locale != null && !LOCALES.contains(locale)) {
            throw StripeError.invalidParameter(null, "locale", "Invalid locale: " + locale);
        }
        return locale;
    }

    private static ObjectNode intent(Call call, long total) {
        Params params = call.params();
        ObjectNode intent = Json.object();
        params.number("payment_intent_data.application_fee_amount", 0).ifPresent(fee -> {
            if (call.account().equals(Accounts.PLATFORM)) {
                throw StripeError.refused(
                        null,
                        "payment_intent_data[application_fee_amount]",
                        "Can only apply an application_fee_amount when the PaymentIntent is attempting a direct payment"
                                + " (using an OAuth key or Stripe-Account header) or destination payment.");
            }
            if (fee > total) {
                throw StripeError.refused(
                        null,
                        "payment_intent_data[application_fee_amount]",
                        "Your application fee must not exceed the total amount.");
            }
            intent.put("application_fee_amount", fee);
        });
        for (String member :
                new String[] {"description", "receipt_email", "statement_descriptor", "statement_descriptor_suffix"}) {
            params.text("payment_intent_data." + member).ifPresent(value -> intent.put(member, value));
        }
        intent.set("metadata", params.metadata("payment_intent_data.metadata"));
        return intent;
    }

    /** The lines of a session and their sum. */
    private record SessionLines(Params params) {

        ObjectNode into(ObjectNode session, String id) {
            int count = params.at("line_items").size();
            if (count == 0) {
                throw StripeError.missing("line_items");
            }
            String currency = Currencies.known(
                    params.text("currency").orElseGet(() -> params.required("line_items.0.price_data.currency")),
                    "currency");
            ObjectNode list = Json.object();
            list.put("object", "list");
            ArrayNode data = list.putArray("data");
            list.put("has_more", false);
            list.put("url", "/v1/checkout/sessions/" + id + "/line_items");
            long total = 0;
            for (int i = 0; i < count; i++) {
                ObjectNode line = line("line_items." + i, currency);
                data.add(line);
                total = Math.addExact(total, Json.number(line, "amount_total"));
            }
            Currencies.requireChargeable(total, currency);
            session.put("currency", currency);
            session.put("amount_subtotal", total);
            session.put("amount_total", total);
            return list;
        }

        private ObjectNode line(String at, String currency) {
            if (params.at(at + ".price_data").isMissingNode()) {
                throw StripeError.missing(at.replace("line_items.", "line_items[") + "][price_data]");
            }
            String own = params.required(at + ".price_data.currency");
            if (!own.equalsIgnoreCase(currency)) {
                throw StripeError.refused(null, at, "All prices on a Checkout Session must be in the same currency.");
            }
            if (params.number(at + ".price_data.unit_amount").isEmpty()) {
                throw StripeError.missing(at.replace("line_items.", "line_items[") + "][price_data][unit_amount]");
            }
            long unit = params.number(at + ".price_data.unit_amount", 0).orElseThrow();
            long quantity = params.number(at + ".quantity", 1)
                    .orElseThrow(() -> StripeError.missing(at.replace("line_items.", "line_items[") + "][quantity]"));
            long amount = Math.multiplyExact(unit, quantity);
            ObjectNode line = Json.object();
            line.put("id", Ids.next("li_1"));
            line.put("object", "item");
            line.put("amount_discount", 0);
            line.put("amount_subtotal", amount);
            line.put("amount_tax", 0);
            line.put("amount_total", amount);
            line.put("currency", currency);
            line.put("description", params.required(at + ".price_data.product_data.name"));
            line.put("quantity", quantity);
            ObjectNode price = line.putObject("price");
            price.put("id", Ids.next("price_1"));
            price.put("object", "price");
            price.put("active", false);
            price.put("currency", currency);
            price.put("product", Ids.next("prod_"));
            price.put("type", "one_time");
            price.put("unit_amount", unit);
            price.put("livemode", false);
            return line;
        }
    }
}
