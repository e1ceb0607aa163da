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

    static final Params.Known UPDATE_V2 = Params.Known.of(
            "contact_email", "contact_phone", "dashboard", "display_name", "identity.**", "include.*", "metadata.*");

    static final String PLATFORM = "acct_1SandboxPlatform";
    private static final String ONBOARDING = "setting_onboarding";

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
        connected(header);
        return header;
    }

    private ObjectNode connected(String id) {
        return store.find(PLATFORM, id)
                .filter(account -> !account.path("_gone").asBoolean(false))
                .orElseThrow(() -> noAccess(id));
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

    /** What somebody at Stripe, or at the organization, does to an account. */
    ObjectNode stand(String id, AccountStanding standing) {
        return store.transact(() -> {
            ObjectNode account = connected(id);
            boolean moved = standing.write(account, clock.instant());
            store.put(PLATFORM, account);
            events.emit(id, "account.updated", account, null);
            if (moved) {
                events.emitThin(id, "v2.core.account[configuration.merchant].capability_status_updated");
            }
            return account;
        });
    }

    /** The organization takes the platform's access away. */
    ObjectNode deauthorize(String id) {
        return store.transact(() -> {
            ObjectNode account = connected(id);
            account.put("_gone", true);
            store.put(PLATFORM, account);
            ObjectNode application = Json.object();
            application.put("id", "ca_SandboxPlatform");
            application.put("object", "application");
            application.put("name", "Plenary");
            events.emit(id, "account.application.deauthorized", application, null);
            return account;
        });
    }

    /** Whether accounts that are made from now on have all their details, as if somebody had filled them in at once. */
    ObjectNode onboardAtOnce(boolean atOnce) {
        return store.transact(() -> {
            ObjectNode setting = Json.object();
            setting.put("id", ONBOARDING);
            setting.put("at_once", atOnce);
            return store.put(Store.OWN, setting);
        });
    }

    private AccountStanding first() {
        boolean asked = store.find(Store.OWN, ONBOARDING)
                .map(setting -> !setting.path("at_once").asBoolean(true))
                .orElse(false);
        return asked ? AccountStanding.ASKED : AccountStanding.ACTIVE;
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

    ObjectNode updateV2(Call call) {
        requirePlatform(call);
        Params params = call.params();
        ObjectNode account = connected(call.id());
        ObjectNode second = Json.child(account, "_v2");
        for (String member : new String[] {"contact_email", "contact_phone", "display_name", "dashboard"}) {
            params.text(member).ifPresent(value -> second.put(member, value));
        }
        params.text("display_name")
                .ifPresent(name -> Json.child(account, "business_profile").put("name", name));
        if (params.at("identity") instanceof ObjectNode given) {
            Json.child(second, "identity").setAll(given);
        }
        ObjectNode metadata = params.metadata("metadata");
        Json.child(second, "metadata").setAll(metadata);
        Json.child(account, "metadata").setAll(metadata);
        store.put(PLATFORM, account);
        events.emit(call.id(), "account.updated", account, call);
        return second(account, params);
    }

    private ObjectNode visible(Call call) {
        boolean allowed = call.account().equals(PLATFORM) || call.account().equals(call.id());
        if (!allowed) {
            throw noAccess(call.id());
        }
        return connected(call.id());
    }

    private ObjectNode added(ObjectNode account) {
        first().write(account, clock.instant());
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
        AccountStanding.ACTIVE.write(account, clock.instant());
        return account;
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
        answer.remove("configuration");
        if (!configuration.isEmpty()) {
            answer.set("configuration", configuration);
        }
        for (String member : new String[] {"identity", "defaults", "requirements"}) {
            boolean wanted = false;
            for (JsonNode include : params.at("include")) {
                wanted |= include.asString("").equals(member);
            }
            if (!wanted) {
                answer.remove(member);
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
