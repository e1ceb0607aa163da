package org.plenary.dev;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The card sandbox's hosted page, filled in by hand: its hidden fields are sent back as they came. */
public final class CardPage {
    private static final Pattern HIDDEN =
            Pattern.compile("<input[^>]*type=\"hidden\"[^>]*name=\"([^\"]+)\"[^>]*value=\"([^\"]*)\"");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private final URI address;
    private final Map<String, String> hidden = new LinkedHashMap<>();

    private CardPage(URI address, String page) {
        this.address = address;
        var fields = HIDDEN.matcher(page);
        while (fields.find()) hidden.put(fields.group(1), fields.group(2));
    }

    public static CardPage open(String url) {
        var address = URI.create(url);
        return new CardPage(address, send(HttpRequest.newBuilder(address).GET()).body());
    }

    /** Leaves a mandate for a direct debit; the status of the answer. */
    public int debit(String iban) {
        return send(Map.of("method", "sepa_debit", "iban", iban));
    }

    /** The status of the answer: 303 on the way back to the shop, 402 for a declined card. */
    public int pay(String card) {
        return send(Map.of("card_number", card, "exp", "12/34", "cvc", "123"));
    }

    private int send(Map<String, String> means) {
        var fields = new LinkedHashMap<>(hidden);
        fields.putAll(Map.of("email", "payer@example.org", "name", "A. Payer", "country", "DE"));
        fields.putAll(means);
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .statusCode();
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
