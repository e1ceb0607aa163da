package org.plenary.billing;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a card at the hosted payment page. */
public final class CardHolder {
    public static final String GOOD = "4242424242424242";
    public static final String DECLINED = "4000000000000002";

    private static final HttpClient HTTP =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private CardHolder() {}

    public static HttpResponse<String> look(URI page) {
        return send(HttpRequest.newBuilder(page).build());
    }

    /** Fills in the page's form; 303 leads back to us, 402 says that the card was declined. */
    public static HttpResponse<String> pay(URI page, String card) {
        var csrf = CSRF.matcher(look(page).body());
        var fields = new LinkedHashMap<String, String>();
        fields.put("email", "ada@example.org");
        fields.put("card_number", card);
        fields.put("exp", "12/49");
        fields.put("cvc", "123");
        fields.put("name", "Ada Lovelace");
        fields.put("country", "GB");
        fields.put("csrf", csrf.find() ? csrf.group(1) : "");
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(page)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build());
    }

    private static HttpResponse<String> send(HttpRequest request) {
        try {
            return HTTP.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
