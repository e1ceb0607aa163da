package org.plenary.embedded.sandbox;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The platform's own account and the accounts connected to it, in the shapes of both API versions. */
final class Accounts {
    static final Params.Known CREATE = Params.Known.of(
                    "type",
                    "country",
                    "email",
                    "business_type",
                    "default_currency",
                    "metadata.*",
                    "business_profile.**",
                    "capabilities.*.requested",
                    "controller.**")
            .notSimulated(
                    "account_token",
                    "company",
                    "documents",
                    "external_account",
                    "groups",
                    "individual",
                    "settings",
                    "tos_acceptance");
    static final Params.Known CREATE_V2 = Params.Known.of(
            "configuration.**",
            "contact_email",
            "contact_phone",
            "dashboard",
            "defaults.**",
            "display_name",
            "identity.**",
            "include.*",
            "metadata.*");
    static final Params.Known RETRIEVE_V2 = Params.Known.of("include.*");

    static final String PLATFORM = "acct_1SandboxPlatform";

    private final Store store;
    private final SandboxClock clock;
    private final Events events;

    Accounts(Store store, SandboxClock clock, Events events) {
        this.store = store;
        this.clock = clock;
        this.events = events;
    }

    /** Whose objects a call sees. An account that is not connected is refused as Stripe does. */
    String scope(@Nullable String header) {
        if (header == null || header.equals(PLATFORM)) {
            return PLATFORM;
        }
        if (store.find(PLATFORM, header).isEmpty()) {
            throw noAccess(header);
        }
        return header;
    }

    ObjectNode create(Call call) {
        requirePlatform(call);
        Params params = call.params();
        ObjectNode account = blank(params.text("country").orElse("US"));
        account.put("email", params.textOrNull("email"));
        account.put("business_type", params.textOrNull("business_type"));
        account.set("metadata", params.metadata("metadata"));
        if (params.at("business_profile") instanceof ObjectNode profile) {
            Json.child(account, "business_profile").setAll(profile);
        }
        params.text("type").ifPresent(type -> account.put("type", type));
        params.text("default_currency").ifPresent(currency -> account.put("default_currency", currency));
        Json.child(account, "_v2").put("contact_email", params.textOrNull("email"));
        return added(account);
    }

    ObjectNode createV2(Call call) {
        requirePlatform(call);
        Params params = call.params();
        String country = params.text("identity.country").orElse("us").toUpperCase(Locale.ROOT);
        ObjectNode account = blank(country);
        account.put("email", params.textOrNull("contact_email"));
        account.set("metadata", params.metadata("metadata"));
        Json.child(account, "business_profile").put("name", params.textOrNull("display_name"));
        ObjectNode second = Json.child(account, "_v2");
        for (String member : new String[] {"contact_email", "contact_phone", "display_name", "dashboard"}) {
            params.text(member).ifPresent(value -> second.put(member, value));
        }
        second.set("metadata", params.metadata("metadata"));
        for (String member : new String[] {"identity", "defaults"}) {
            if (params.at(member) instanceof ObjectNode given) {
                Json.child(second, member).setAll(given);
            }
        }
        return second(added(account), params);
    }

    ObjectNode own(Call call) {
        return store.find(PLATFORM, call.account()).orElseGet(this::platform);
    }

    ObjectNode retrieve(Call call) {
        return call.id().equals(PLATFORM) ? platform() : visible(call);
    }

    ObjectNode retrieveV2(Call call) {
        return second(visible(call), call.params());
    }

    /** Turns card payments of an account on or off, as a person at Stripe would. */
    ObjectNode setCardPayments(String id, boolean active) {
        return store.transact(() -> {
            ObjectNode account = store.find(PLATFORM, id).orElseThrow(() -> noAccess(id));
            Json.child(account, "capabilities").put("card_payments", active ? "active" : "inactive");
            account.put("charges_enabled", active);
            cardPayments(account).put("status", active ? "active" : "restricted");
            store.put(PLATFORM, account);
            events.emit(id, "account.updated", account, null);
            return account;
        });
    }

    boolean takesCards(String id) {
        return id.equals(PLATFORM)
                || store.find(PLATFORM, id)
                        .map(account -> account.path("charges_enabled").asBoolean(false))
                        .orElse(false);
    }

    String name(String id) {
        return store.find(PLATFORM, id)
                .map(account -> account.path("business_profile").path("name").asString(""))
                .filter(name -> !name.isEmpty())
                .orElse(id.equals(PLATFORM) ? "Plenary" : id);
    }

    private ObjectNode visible(Call call) {
        boolean allowed = call.account().equals(PLATFORM) || call.account().equals(call.id());
        return store.find(PLATFORM, call.id()).filter(_ -> allowed).orElseThrow(() -> noAccess(call.id()));
    }

    private ObjectNode added(ObjectNode account) {
        store.put(PLATFORM, account);
        events.emit(Json.text(account, "id"), "account.updated", account, null);
        return account;
    }

    private ObjectNode platform() {
        ObjectNode account = blank("US");
        account.put("id", PLATFORM);
        account.put("type", "standard");
        return account;
    }

    private ObjectNode blank(String country) {
        ObjectNode account = Json.shape("account");
        String id = "acct_1" + Ids.tail(15);
        account.put("id", id);
        account.put("country", country);
        account.put("default_currency", "eur");
        account.put("created", clock.seconds());
        Json.child(account, "external_accounts").put("url", "/v1/accounts/" + id + "/external_accounts");
        ObjectNode second = Json.shape("account_v2");
        second.put("id", id);
        second.put("created", clock.instant().toString());
        Json.child(second, "identity").put("country", country.toLowerCase(Locale.ROOT));
        account.set("_v2", second);
        cardPayments(account).put("status", "active");
        return account;
    }

    private static ObjectNode cardPayments(ObjectNode account) {
        ObjectNode merchant = Json.child(Json.child(Json.child(account, "_v2"), "configuration"), "merchant");
        merchant.put("applied", true);
        ObjectNode card = Json.child(Json.child(merchant, "capabilities"), "card_payments");
        card.put("requested", true);
        card.putArray("status_details");
        return card;
    }

    /** Version 2 leaves out what is not asked for by {@code include}. */
    private static ObjectNode second(ObjectNode account, Params params) {
        ObjectNode answer = Json.child(account, "_v2").deepCopy();
        ObjectNode configuration = Json.object();
        for (JsonNode wanted : params.at("include")) {
            String name = wanted.asString("");
            if (name.equals("configuration.merchant")) {
                configuration.set("merchant", answer.path("configuration").path("merchant"));
            }
        }
        answer.set("configuration", configuration.isEmpty() ? null : configuration);
        for (String member : new String[] {"identity", "defaults"}) {
            boolean wanted = false;
            for (JsonNode include : params.at("include")) {
                wanted |= include.asString("").equals(member);
            }
            if (!wanted) {
                answer.putNull(member);
            }
        }
        return answer;
    }

    private static void requirePlatform(Call call) {
        if (!call.account().equals(PLATFORM)) {
            throw StripeError.refused(null, null, "Only the platform itself can create connected accounts.");
        }
    }

    private static StripeError noAccess(String id) {
        return StripeError.status(
                403,
                "invalid_request_error",
                "account_invalid",
                "The provided key does not have access to account '" + id
                        + "' (or that account does not exist). Application access may have been revoked.");
    }
}
