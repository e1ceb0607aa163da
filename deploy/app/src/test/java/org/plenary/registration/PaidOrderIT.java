package org.plenary.registration;

import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.billing.Books;
import org.plenary.dev.CardPage;
import org.plenary.identity.Browser;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** A conference with a fee and a dinner, and orders of it that are paid. */
abstract class PaidOrderIT extends PlenaryIT {
    static final String CARD = "4242424242424242";

    @Autowired
    private StockCheck stockCheck;

    @Autowired
    JdbcClient jdbc;

    Tenant tenant;
    Http owner;
    Http anybody;
    String email;

    @BeforeEach
    void aConferenceWithADinner() {
        tenant = aTenant();
        owner = owner(tenant);
        anybody = anonymous(tenant);
        email = "ada-" + tenant.slug() + "@example.org";
        aConference(owner);
        aFee(owner, "regular", "119.00", 10);
        publish(owner);
    }

    Http.Answer paid(Map<String, ?> answers) {
        return paid("regular", answers);
    }

    Http.Answer paid(String fee, Map<String, ?> answers) {
        var order = anybody.post(
                        PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Ada", "email", email, "country", "GB"),
                                "delegates", List.of(Map.of("fee", fee, "answers", answers)),
                                "locale", "en"))
                .expect(201);
        CardPage.open(order.text("/payment/url")).pay(CARD);
        eventually("paid", () -> view(order).at("/status").asString().equals("confirmed"));
        return order;
    }

    String delegate(Http.Answer order) {
        return PATH + "/orders/" + order.text("/code") + "/delegates/" + order.text("/delegates/0/id");
    }

    Http.Answer answers(Http.Answer order, Map<String, ?> answers) {
        return anybody.put(delegate(order) + "/answers?secret=" + order.text("/secret"), Map.of("answers", answers));
    }

    Http.Answer cancel(Http.Answer order, Map<String, ?> body) {
        return owner.post(PATH + "/orders/" + order.text("/code") + "/cancellation", body);
    }

    void policy(String json) {
        owner.put(PATH + "/registration-policy", json).expect(200);
    }

    /** Sends a PDF with this text in it. @return the token of the file */
    String upload(String text) {
        var body = "--XX\r\nContent-Disposition: form-data; name=\"purpose\"\r\n\r\nattachment\r\n--XX\r\n"
                + "Content-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                + "Content-Type: application/octet-stream\r\n\r\n%PDF-1.4 " + text + "\r\n--XX--\r\n";
        return anybody.send(
                        "POST",
                        "/api/v1/files",
                        "multipart/form-data; boundary=XX",
                        body.getBytes(StandardCharsets.UTF_8))
                .expect(201)
                .text("/file_token");
    }

    JsonNode view(Http.Answer order) {
        return owner.get(PATH + "/orders/" + order.text("/code")).expect(200).json();
    }

    String total(Http.Answer order) {
        return view(order).at("/total/amount").asString();
    }

    JsonNode delegateAnswers() {
        return owner.get(PATH + "/delegates").json().at("/items/0/answers");
    }

    Http.Answer checkIn(String ticket) {
        return owner.post(PATH + "/check-ins", Map.of("ticket", ticket, "gate", "A"));
    }

    String page(Http.Answer order, String language) {
        return open(
                        new Browser(),
                        "/c/conf27/orders/" + order.text("/code") + "?lang=" + language + "&secret="
                                + order.text("/secret"))
                .body();
    }

    Browser.View open(Browser browser, String path) {
        return browser.open("http://" + tenant.slug() + ".localhost:" + owner.port() + path);
    }

    List<StockCheck.Difference> differences() {
        return Tenancy.callAs(tenant, stockCheck::differences);
    }

    int used(String key) {
        return Tenancy.callAs(
                tenant,
                () -> jdbc.sql("SELECT used FROM stock WHERE key = :key")
                        .param("key", key)
                        .query(Integer.class)
                        .single());
    }

    /** Debits less credits, in minor units. @param account null for all */
    long balance(String account) {
        return Tenancy.callAs(tenant, () -> Books.balance(jdbc, account));
    }

    long received() {
        return Tenancy.callAs(tenant, () -> Books.received(jdbc));
    }

    long returned() {
        return Tenancy.callAs(tenant, () -> Books.returned(jdbc));
    }
}
