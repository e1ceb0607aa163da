package org.plenary.embedded.sandbox;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Draws the pages for payers, in English or Simplified Chinese. */
final class Pages {
    private final Accounts accounts;
    private final Map<String, Properties> texts = Map.of("en", texts("en"), "zh-CN", texts("zh_CN"));
    private final Template checkout = template("checkout");
    private final Template bank = template("bank");
    private final Template gone = template("gone");

    Pages(Accounts accounts) {
        this.accounts = accounts;
    }

    String checkout(ObjectNode session, @Nullable String accept, List<String> messages, Map<String, String> typed) {
        String language = language(session, accept);
        Map<String, Object> view = view(session, language);
        List<String> errors = messages.stream().map(key -> text(language, key)).toList();
        view.put("errors", errors);
        view.put("failed", !errors.isEmpty());
        view.put("action", CheckoutPage.PATH + Json.text(session, "id"));
        view.put(
                "email",
                typed.getOrDefault(
                        "email", Json.text(session, session.has("_prefilled") ? "_prefilled" : "customer_email")));
        view.put("name", typed.getOrDefault("name", ""));
        methods(view, session, language, typed.getOrDefault("method", ""));
        view.put("countries", countries(language, typed.getOrDefault("country", "")));
        List<Map<String, String>> lines = new ArrayList<>();
        for (JsonNode line : session.path("_lines").path("data")) {
            lines.add(Map.of(
                    "name", Json.text(line, "description"),
                    "quantity", String.valueOf(Json.number(line, "quantity")),
                    "amount", Currencies.shown(Json.number(line, "amount_total"), Json.text(line, "currency"))));
        }
        view.put("lines", lines);
        return checkout.execute(view);
    }

    private void methods(Map<String, Object> view, ObjectNode session, String language, String chosen) {
        var method = LocalMethod.of(session, chosen).orElse(null);
        List<Map<String, Object>> others = new ArrayList<>();
        others.add(Map.of("wire", "card", "label", text(language, "method.card"), "chosen", method == null));
        for (var each : LocalMethod.of(session)) {
            others.add(Map.of(
                    "wire", each.wire(),
                    "label", text(language, "method." + each.wire()),
                    "chosen", each == method));
        }
        view.put("methods", others);
        view.put("choice", others.size() > 1);
        view.put("method", method == null ? "card" : method.wire());
        view.put("card", method == null);
        view.put("debit", method == LocalMethod.SEPA_DEBIT);
    }

    String bank(ObjectNode session, @Nullable String accept) {
        Map<String, Object> view = view(session, language(session, accept));
        view.put("action", CheckoutPage.PATH + Json.text(session, "id") + "/authenticate");
        return bank.execute(view);
    }

    /** A page that says why there is nothing to do here. */
    String gone(@Nullable ObjectNode session, @Nullable String accept, String message) {
        ObjectNode known = session == null ? Json.object() : session;
        String language = language(known, accept);
        Map<String, Object> view = view(known, language);
        view.put("message", text(language, message));
        return gone.execute(view);
    }

    /** Any other page, from its template. */
    String page(String template, String language, Map<String, ?> of) {
        Map<String, Object> view = new HashMap<>(of);
        view.put("language", language);
        view.put("merchant", accounts.name(Accounts.PLATFORM));
        view.put("t", (Mustache.Lambda) (fragment, out) -> out.write(text(language, fragment.execute())));
        return template(template).execute(view);
    }

    private Map<String, Object> view(ObjectNode session, String language) {
        Map<String, Object> view = new HashMap<>();
        view.put("language", language);
        view.put("merchant", accounts.name(Json.text(session, "_account")));
        view.put("total", Currencies.shown(Json.number(session, "amount_total"), Json.text(session, "currency")));
        view.put("back", Json.text(session, "cancel_url"));
        view.put("csrf", Json.text(session, "_csrf"));
        view.put("subscription", SubscriptionCheckout.isOne(session));
        view.put("t", (Mustache.Lambda) (fragment, out) -> out.write(text(language, fragment.execute())));
        return view;
    }

    static String language(ObjectNode session, @Nullable String accept) {
        String wanted = Json.text(session, "locale");
        if ((wanted.isEmpty() || wanted.equals("auto")) && accept != null) {
            wanted = accept.strip();
        }
        return wanted.startsWith("zh") ? "zh-CN" : "en";
    }

    String text(String language, String key) {
        Properties of = texts.getOrDefault(language, new Properties());
        String text = of.getProperty(key);
        return text != null ? text : of.getProperty("decline.generic_decline", key);
    }

    static List<Map<String, Object>> countries(String language, String chosen) {
        Locale shown = Locale.forLanguageTag(language);
        List<Map<String, Object>> countries = new ArrayList<>();
        for (String code : Locale.getISOCountries()) {
            countries.add(Map.of(
                    "code", code,
                    "label", Locale.of("", code).getDisplayCountry(shown),
                    "chosen", code.equals(chosen)));
        }
        countries.sort((one, other) -> String.valueOf(one.get("label")).compareTo(String.valueOf(other.get("label"))));
        return countries;
    }

    private static Template template(String name) {
        return Mustache.compiler().escapeHTML(true).compile(resource(name + ".mustache"));
    }

    private static Properties texts(String language) {
        var texts = new Properties();
        try {
            texts.load(new java.io.StringReader(resource("checkout_" + language + ".properties")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }

    static String resource(String name) {
        try (InputStream in = Pages.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("No resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
