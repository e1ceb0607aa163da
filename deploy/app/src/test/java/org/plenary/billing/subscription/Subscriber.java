package org.plenary.billing.subscription;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.plenary.PlenaryIT;
import org.plenary.billing.CardHolder;
import org.plenary.identity.Accounts;
import org.plenary.identity.Browser;
import org.plenary.kernel.Ids;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;

/** The owner of an organization, in a browser on our pages and on Stripe's. */
final class Subscriber {
    static final String GOOD = CardHolder.GOOD;
    static final String FAILS_LATER = "4000000000000341";

    private static final String PASSWORD = "correct horse battery staple";
    private static final Pattern CSRF = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    final String email = "owner-" + Ids.reference(8) + "@example.org";
    private final Browser browser = new Browser();
    private final String host;

    Subscriber(Tenant tenant, int port, Accounts accounts) {
        this.host = "http://" + tenant.slug() + ".localhost:" + port;
        var account = accounts.createOwner("Olga Owner", email, PlenaryIT.quickHash(PASSWORD));
        Tenancy.runAs(tenant, () -> accounts.grantOwner(account));
        browser.submit(open("?lang=en"), "/login", Map.of("email", email, "password", PASSWORD));
    }

    Browser.View open(String path) {
        return browser.open(host + "/manage/billing/plan" + path);
    }

    /** Another page of the organization. */
    Browser.View openPage(String path) {
        return browser.open(host + path);
    }

    /** Sends the form of another page. */
    Browser.View send(String page, String path, Map<String, String> fields) {
        return browser.submit(openPage(page), path, fields);
    }

    /** Sends the form of another page with a file. */
    Browser.View upload(
            String page, String path, Map<String, String> fields, String field, String fileName, byte[] content) {
        return browser.upload(openPage(page), path, fields, field, fileName, content);
    }

    /** Presses a button of our page. */
    Browser.View press(String path, Map<String, String> fields) {
        return browser.submit(open(""), "/manage/billing/plan" + path, fields);
    }

    /** Chooses a plan and pays for it; the browser is back afterwards. */
    Browser.View subscribe(String plan, String card) {
        var page = press("", Map.of("plan", plan));
        var paid = CardHolder.pay(page.address(), card);
        if (paid.statusCode() != 303) throw new AssertionError(paid.statusCode() + ": " + paid.body());
        return browser.open(paid.headers().firstValue("Location").orElseThrow());
    }

    /** Says where the organization is at home for the law. */
    Browser.View livesIn(String country, String vatId) {
        var saved = browser.submit(
                browser.open(host + "/manage/billing/seller"),
                "/manage/billing/seller",
                Map.of(
                        "name",
                        "Society",
                        "street",
                        "S 1",
                        "postcode",
                        "1010",
                        "city",
                        "C",
                        "country",
                        country,
                        "vat_id",
                        vatId));
        if (saved.status() != 200) throw new AssertionError(saved.status() + ": " + saved.body());
        return saved;
    }

    /** Leaves another card in the portal. */
    void useCard(String card) {
        portal(Map.of(
                "action",
                "card",
                "email",
                email,
                "card_number",
                card,
                "exp",
                "12/49",
                "cvc",
                "123",
                "name",
                "O",
                "country",
                "DE"));
    }

    void portal(Map<String, String> form) {
        var page = press("/portal", Map.of());
        var csrf = CSRF.matcher(page.body());
        if (!csrf.find()) throw new AssertionError(page.body());
        var all = new TreeMap<>(form);
        all.put("csrf", csrf.group(1));
        var answer = post(page.address(), all);
        if (answer.statusCode() != 303) throw new AssertionError(answer.body());
    }

    static HttpResponse<String> post(URI address, Map<String, String> form) {
        var body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(address)
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
