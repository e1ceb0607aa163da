package org.plenary.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Webhooks: payers pay while the card sandbox holds its messages back, which then come all at once. Told are how fast they are
 * answered, how fast they are worked off (Stripe is asked for the payment, the order is confirmed, the invoice written), and how
 * fast all is done, with the mails and tickets that follow.
 */
final class StripeMessages implements Scenario {
    private static final int PAYMENTS = 300;
    private static final int PAYERS = 4;
    private static final int PATIENCE_SECONDS = 240;
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @Override
    public String name() {
        return "webhooks";
    }

    @Override
    public int seconds(Settings settings) {
        return 60 + 20 * settings.rounds();
    }

    @Override
    public void measure(Platform others, Report report) throws Exception {
        report.title("Webhooks of %d payments that come at once".formatted(PAYMENTS));
        try (var platform = Platform.withCards(others.settings())) {
            var organizer = platform.organizer();
            var sale = new Sale("cards", 1, 0, false).open(organizer);
            var sandbox = Objects.requireNonNull(platform.services().stripe().get("api-base"));
            until(organizer, "select exists (select from control.connected_account)");
            burst(organizer, sale, sandbox);
            Mails.allSent(organizer.database());
            report.columns(
                    "Messages",
                    "Answered a second",
                    "Worked off a second",
                    "Orders confirmed a second, all mails sent");
            for (var i = 0; i < others.settings().rounds(); i++) {
                organizer.database().execute("delete from control.stripe_event");
                var begin = burst(organizer, sale, sandbox);
                Mails.allSent(organizer.database());
                var whole = (System.nanoTime() - begin) / 1e9;
                var times = organizer.database().texts("""
                                select concat_ws(' ', count(*), count(*) / extract(epoch from max(received_at) - min(received_at)),
                                    count(*) / extract(epoch from max(done_at) - min(received_at)))
                                from control.stripe_event""").getFirst().split(" ", -1);
                report.row(
                        times[0],
                        Measured.number(Double.parseDouble(times[1])),
                        Measured.number(Double.parseDouble(times[2])),
                        Measured.number(PAYMENTS / whole));
            }
        }
    }

    /** @return when the messages were let go, by {@link System#nanoTime} */
    private long burst(Organizer organizer, Sale sale, String sandbox) throws Exception {
        send(form(sandbox + "/_sandbox/webhooks", Map.of("paused", "true")));
        var order = sale.order(organizer, 0);
        List<Future<?>> payments = new ArrayList<>();
        try (var payers = Executors.newFixedThreadPool(PAYERS)) {
            for (var i = 0; i < PAYMENTS; i++) payments.add(payers.submit(() -> pay(organizer, order)));
            for (var payment : payments) payment.get();
        }
        var begin = System.nanoTime();
        send(form(sandbox + "/_sandbox/webhooks/flush", Map.of()));
        until(organizer, """
                        select not exists (select from control.stripe_event where done_at is null)
                            and not exists (select from %s.orders where status = 'pending')""".formatted(organizer.schema()));
        return begin;
    }

    private Object pay(Organizer organizer, byte[] order) throws IOException, InterruptedException {
        var page = organizer.send(201, order).at("/payment/url").asString();
        var csrf = CSRF.matcher(send(HttpRequest.newBuilder(URI.create(page)).build()));
        if (!csrf.find()) throw new IllegalStateException("no form on " + page);
        var card = Map.of(
                "csrf", csrf.group(1),
                "email", "ada@example.org",
                "card_number", "4242424242424242",
                "exp", "12/49",
                "cvc", "123",
                "name", "Ada Lovelace",
                "country", "GB");
        return send(form(page, card));
    }

    private static void until(Organizer organizer, String condition) throws Exception {
        for (var i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (organizer
                    .database()
                    .texts("select (" + condition + ")::text")
                    .getFirst()
                    .equals("true")) return;
            TimeUnit.MILLISECONDS.sleep(50);
        }
        throw new IllegalStateException("still not: " + condition);
    }

    private static HttpRequest form(String address, Map<String, String> fields) {
        var body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
    }

    /** @return the body of the answer */
    private String send(HttpRequest request) throws IOException, InterruptedException {
        var answer = http.send(request, BodyHandlers.ofString());
        if (answer.statusCode() >= 400) throw new IllegalStateException(answer.statusCode() + ": " + answer.body());
        return answer.body();
    }
}
