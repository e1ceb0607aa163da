package org.plenary.embedded.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Links to the page on which an organization tells who it is. A link is good for one visit, within five minutes. */
final class Onboarding implements HttpHandler {
    static final String PATH = "/onboard/";
    static final Params.Known CREATE = Params.Known.of("account", "type", "refresh_url", "return_url")
            .notSimulated("collect", "collection_options");
    static final Params.Known CREATE_V2 = Params.Known.of(
            "account",
            "use_case.type",
            "use_case.account_onboarding.configurations.*",
            "use_case.account_onboarding.refresh_url",
            "use_case.account_onboarding.return_url");

    private static final Duration LIFE = Duration.ofMinutes(5);

    private final Store store;
    private final SandboxClock clock;
    private final Accounts accounts;
    private final Pages pages;
    private final String address;

    Onboarding(Store store, SandboxClock clock, Accounts accounts, Pages pages, String address) {
        this.store = store;
        this.clock = clock;
        this.accounts = accounts;
        this.pages = pages;
        this.address = address;
    }

    ObjectNode create(Call call) {
        Params params = call.params();
        if (!params.required("type").equals("account_onboarding")) {
            throw StripeError.unsupported("type", "The card sandbox simulates type=account_onboarding only.");
        }
        ObjectNode link = link(call, params.required("refresh_url"), params.required("return_url"));
        ObjectNode answer = Json.object();
        answer.put("object", "account_link");
        answer.put("created", clock.seconds());
        answer.put("expires_at", Json.number(link, "_expires"));
        answer.put("url", Json.text(link, "_url"));
        return answer;
    }

    ObjectNode createV2(Call call) {
        Params params = call.params();
        if (!params.required("use_case.type").equals("account_onboarding")) {
            throw StripeError.unsupported(
                    "use_case[type]", "The card sandbox simulates use_case.type=account_onboarding only.");
        }
        String at = "use_case.account_onboarding.";
        if (!params.required(at + "configurations.0").equals("merchant")) {
            throw StripeError.unsupported(
                    "use_case[account_onboarding][configurations]", "The card sandbox onboards merchants only.");
        }
        ObjectNode link = link(call, params.required(at + "refresh_url"), params.required(at + "return_url"));
        ObjectNode answer = Json.object();
        answer.put("object", "v2.core.account_link");
        answer.put("account", params.required("account"));
        answer.put("created", clock.instant().toString());
        answer.put(
                "expires_at",
                Instant.ofEpochSecond(Json.number(link, "_expires")).toString());
        answer.put("livemode", false);
        answer.put("url", Json.text(link, "_url"));
        answer.set("use_case", params.at("use_case").deepCopy());
        return answer;
    }

    private ObjectNode link(Call call, String refresh, String back) {
        if (!call.account().equals(Accounts.PLATFORM)) {
            throw StripeError.refused(null, null, "Only the platform itself can create account links.");
        }
        String account = accounts.scope(call.params().required("account"));
        ObjectNode link = Json.object();
        String id = Ids.next("link_");
        link.put("id", id);
        link.put("_account", account);
        link.put("_expires", clock.seconds() + LIFE.toSeconds());
        link.put("_refresh", refresh);
        link.put("_return", back);
        link.put("_url", address + PATH + id);
        return store.put(Accounts.PLATFORM, link);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring(PATH.length());
        String accept = exchange.getRequestHeaders().getFirst("Accept-Language");
        ObjectNode link = store.find(Accounts.PLATFORM, id)
                .filter(_ -> Ids.kind(id).equals("link"))
                .orElse(null);
        if (link == null) {
            Http.html(exchange, 404, pages.gone(null, accept, "page.unknown"));
        } else if (exchange.getRequestMethod().equals("POST")) {
            act(exchange, link, Form.decode(Http.body(exchange)), accept);
        } else if (link.has("_csrf") || clock.seconds() >= Json.number(link, "_expires")) {
            // as with Stripe, a second visit or a late one goes back for another link
            Http.redirect(exchange, Json.text(link, "_refresh"));
        } else {
            link.put("_csrf", Ids.tail(32));
            store.transact(() -> store.put(Accounts.PLATFORM, link));
            Http.html(exchange, 200, page(link, accept, List.of(), Json.object()));
        }
    }

    private void act(HttpExchange exchange, ObjectNode link, ObjectNode form, @Nullable String accept)
            throws IOException {
        byte[] given = Json.text(form, "csrf").getBytes(StandardCharsets.UTF_8);
        byte[] known = Json.text(link, "_csrf").getBytes(StandardCharsets.UTF_8);
        if (known.length == 0 || !MessageDigest.isEqual(given, known)) {
            Http.html(exchange, 403, pages.gone(null, accept, "page.forged"));
            return;
        }
        if (!form.has("leave")) {
            List<String> mistakes = mistakes(form);
            if (!mistakes.isEmpty()) {
                Http.html(exchange, 422, page(link, accept, mistakes, form));
                return;
            }
            finish(Json.text(link, "_account"), form);
        }
        store.transact(() -> {
            store.remove(Json.text(link, "id"));
            return link;
        });
        Http.redirect(exchange, Json.text(link, "_return"));
    }

    private void finish(String id, ObjectNode form) {
        store.transact(() -> {
            ObjectNode account = store.find(Accounts.PLATFORM, id).orElseThrow();
            account.put("country", Json.text(form, "country"));
            ObjectNode identity = Json.child(Json.child(account, "_v2"), "identity");
            identity.put("country", Json.text(form, "country").toLowerCase(java.util.Locale.ROOT));
            Json.child(identity, "business_details").put("registered_name", Json.text(form, "legal_name"));
            return store.put(Accounts.PLATFORM, account);
        });
        String outcome = Json.text(form, "outcome");
        accounts.stand(
                id,
                outcome.equals("review")
                        ? AccountStanding.REVIEWED
                        : outcome.equals("refuse") ? AccountStanding.REFUSED : AccountStanding.ACTIVE);
    }

    private static List<String> mistakes(ObjectNode form) {
        List<String> mistakes = new ArrayList<>();
        if (Json.text(form, "legal_name").isBlank()) {
            mistakes.add("onboard.no-name");
        }
        if (!Json.text(form, "country").matches("[A-Z]{2}")) {
            mistakes.add("onboard.no-country");
        }
        if (!Json.text(form, "bank_account").replace(" ", "").matches("[A-Z0-9]{8,34}")) {
            mistakes.add("onboard.no-bank-account");
        }
        if (!form.has("identity")) {
            mistakes.add("onboard.no-identity");
        }
        return mistakes;
    }

    private String page(ObjectNode link, @Nullable String accept, List<String> mistakes, ObjectNode typed) {
        String language = Pages.language(Json.object(), accept);
        Map<String, Object> view = new HashMap<>();
        view.put("failed", !mistakes.isEmpty());
        view.put(
                "errors",
                mistakes.stream().map(key -> pages.text(language, key)).toList());
        view.put("action", PATH + Json.text(link, "id"));
        view.put("csrf", Json.text(link, "_csrf"));
        view.put("organization", accounts.name(Json.text(link, "_account")));
        view.put("name", Json.text(typed, "legal_name"));
        view.put("bank", Json.text(typed, "bank_account"));
        view.put("identity", typed.has("identity"));
        String country = Json.text(typed, "country");
        String known = store.find(Accounts.PLATFORM, Json.text(link, "_account"))
                .map(account -> Json.text(account, "country"))
                .orElse("");
        view.put("countries", Pages.countries(language, country.isEmpty() ? known : country));
        return pages.page("onboard", language, view);
    }
}
