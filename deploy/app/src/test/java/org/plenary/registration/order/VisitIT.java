package org.plenary.registration.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.aHotel;
import static org.plenary.registration.RegistrationFixture.aTour;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.Statements;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** How much a delegate's visit asks of the database. */
class VisitIT extends PlenaryIT {
    private static final String PAGE = "/c/conf27";
    /** One of these is for the frame that the organization gave its pages, which is remembered for some seconds. */
    private static final int BOUND = 63;

    private static final int HELD_BOUND = 30;

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    @Autowired
    private Statements statements;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceOnSale() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "regular", "0.00", 100);
        publish(owner);
    }

    @Test
    void noPageAsksForAThingTwice() {
        aHotel(owner, 10);
        aTour(owner, "harbour", "30.00", 20);
        var order = visit().order();

        for (var page : List.of(PAGE, PAGE + "/register", order))
            assertThat(asked(page)).as(page).doesNotHaveDuplicates().isNotEmpty();
    }

    @Test
    void moreFeesFieldsAndQuotasAskNoMoreOfTheDatabase() {
        aFee(owner, "student", "40.00", 10);
        quota("first", "regular");
        var before = asked(PAGE + "/register");
        var onPublicPage = asked(PAGE);

        for (var i = 0; i < 12; i++) aFee(owner, "more" + i, "10.00", 5);
        quota("second", "more1");
        owner.put(PATH + "/registration-form", form(20)).expect(200);

        assertThat(asked(PAGE + "/register")).as("before: %s", before).hasSameSizeAs(before);
        assertThat(asked(PAGE)).hasSameSizeAs(onPublicPage);
    }

    @Test
    void aWholeVisitStaysWithinItsBound() {
        var visit = visit();

        assertThat(visit.asked()).as("all pages together").hasSizeLessThan(BOUND);
    }

    /** A held order of a program, to be paid by transfer: with its answer, which tells all there is to say of an order. */
    @Test
    void anOrderThatIsHeldStaysWithinItsBound() {
        aFee(owner, "paid", "100.00", 100);
        owner.put(PATH + "/payment-ways", """
                        {"card": false, "bank_transfer": true, "account": {"holder": "Society", "iban": "DE89370400440532013000",
                         "bic": "COBADEFFXXX", "bank": "Commerzbank"}}""").expect(200);
        var cart = cart("paid", Map.of("name", "Ada Lovelace"));
        anonymous(tenant).post(PATH + "/orders", cart).expect(201);

        var asked = statements.of(
                tenant, () -> anonymous(tenant).post(PATH + "/orders", cart).expect(201));

        assertThat(asked).hasSizeLessThan(HELD_BOUND);
    }

    private record Visit(String order, List<String> asked) {}

    private Visit visit() {
        var order = new StringBuilder();
        var asked = statements.of(tenant, () -> {
            anonymous(tenant).get(PAGE).expect(200);
            var form = anonymous(tenant).get(PAGE + "/register").expect(200);
            var token = TOKEN.matcher(form.body());
            assertThat(token.find()).isTrue();
            var cookie = form.headers().allValues("set-cookie").stream()
                    .map(each -> each.substring(0, each.indexOf(';')))
                    .collect(Collectors.joining("; "));
            var placed = anonymous(tenant)
                    .with("Cookie", cookie)
                    .form(
                            PAGE + "/register",
                            Map.of(
                                    "_csrf", token.group(1),
                                    "contact.name", "Ada Lovelace",
                                    "contact.email", "ada@example.org",
                                    "contact.country", "GB",
                                    "delegates.0.at", "0",
                                    "delegates.0.fee", "regular",
                                    "delegates.0.answers.name", "Ada Lovelace",
                                    "place", "true"))
                    .expect(302);
            var target = placed.headers().firstValue("location").orElseThrow();
            order.append(target.substring(target.indexOf("/c/")));
            anonymous(tenant).get(order.toString()).expect(200);
        });
        return new Visit(order.toString(), asked);
    }

    /** Of the second of two requests: which conferences have waiting rooms is remembered for some seconds. */
    private List<String> asked(String page) {
        anonymous(tenant).get(page).expect(200);
        return statements.of(tenant, () -> anonymous(tenant).get(page).expect(200));
    }

    private void quota(String key, String fee) {
        owner.post(PATH + "/quotas", """
                        {"key": "%s", "name": "Quota %s", "size": 50, "members": {"fees": ["%s"]}}""".formatted(key, key, fee)).expect(201);
    }

    private static String form(int fields) {
        return IntStream.range(0, fields).mapToObj("""
                        {"key": "field%d", "type": "choice", "label": "Field", "required": false, "options": [
                          {"key": "yes", "label": "Yes", "capacity": 5}, {"key": "no", "label": "No"}]}"""::formatted).collect(Collectors.joining(",", """
                        {"sections": [{"key": "you", "title": "You", "fields": [
                          {"key": "name", "type": "text", "label": "Name", "required": true},""", "]}]}"));
    }
}
