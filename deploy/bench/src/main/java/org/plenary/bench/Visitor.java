package org.plenary.bench;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody with a browser: reads about the conference, opens the form, orders a free place, and sees that it is theirs. */
final class Visitor implements Load.Client {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("/orders/([^?]+)\\?");

    private final Organizer organizer;
    private final Sale sale;
    private final Wire wire;
    private String cookie = "";
    private String token = "";
    private String order = "";

    Visitor(Organizer organizer, Sale sale) {
        this.organizer = organizer;
        this.sale = sale;
        this.wire = organizer.wire();
    }

    @Override
    public boolean work() throws IOException {
        reads();
        opensTheForm();
        orders();
        seesTheOrder();
        return true;
    }

    void reads() throws IOException {
        Organizer.expect(200, wire.send(organizer.browse(page(), cookie)));
    }

    void opensTheForm() throws IOException {
        var answer = wire.send(organizer.browse(page() + "/register", ""));
        var found = TOKEN.matcher(Organizer.expect(200, answer));
        if (!found.find()) throw new IllegalStateException("the form has no token");
        token = found.group(1);
        cookie = answer.cookie();
    }

    void orders() throws IOException {
        var fee = Sale.feeKey(ThreadLocalRandom.current().nextInt(sale.fees()));
        var fields = Map.of(
                "_csrf", token,
                "contact.name", "Ada Lovelace",
                "contact.email", "ada@example.org",
                "contact.country", "GB",
                "delegates.0.at", "0",
                "delegates.0.fee", fee,
                "delegates.0.answers.name", "Ada Lovelace",
                "place", "true");
        var answer = wire.send(organizer.post(page() + "/register", cookie, encoded(fields)));
        Organizer.expect(302, answer);
        order = answer.location();
    }

    void seesTheOrder() throws IOException {
        Organizer.expect(200, wire.send(organizer.browse(order.substring(order.indexOf("/c/")), cookie)));
    }

    /** Of the order that was placed last. */
    String code() {
        var found = CODE.matcher(order);
        if (!found.find()) throw new IllegalStateException("no order: " + order);
        return found.group(1);
    }

    private String page() {
        return "/c/" + sale.slug();
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
