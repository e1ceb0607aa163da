package org.plenary.embedded.sandbox;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at the hosted page, without a browser's JavaScript. */
record Payer(String page) {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    static Payer at(String page) {
        return new Payer(page);
    }

    HttpResponse<String> look() throws Exception {
        return HTTP.send(HttpRequest.newBuilder(URI.create(page)).build(), BodyHandlers.ofString());
    }

    HttpResponse<String> pay(String number) throws Exception {
        return submit(Map.of("card_number", number));
    }

    /** Fills in the form, with some fields as given. */
    HttpResponse<String> submit(Map<String, String> changes) throws Exception {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("email", "ada@example.org");
        fields.put("card_number", "4242424242424242");
        fields.put("exp", "12/49");
        fields.put("cvc", "123");
        fields.put("name", "Ada Lovelace");
        fields.put("country", "GB");
        fields.put("csrf", csrf(look().body()));
        fields.putAll(changes);
        return post(page, encoded(fields));
    }

    /** Pays with a card that leads to the bank's page and presses a button there. */
    HttpResponse<String> payAndPress(String number, String button) throws Exception {
        HttpResponse<String> sent = pay(number);
        String bank = URI.create(page)
                .resolve(sent.headers().firstValue("Location").orElseThrow())
                .toString();
        String body = at(bank).look().body();
        if (!body.contains("name=\"" + button + "\"")) {
            throw new AssertionError("No such button: " + body);
        }
        return post(bank, encoded(Map.of("csrf", csrf(body), button, "1")));
    }

    static HttpResponse<String> post(String url, String form) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(url))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static String csrf(String body) {
        Matcher found = CSRF.matcher(body);
        return found.find() ? found.group(1) : "";
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
