package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;

/** What is wrong in an order is named by the place where it stands, and nothing is written. */
class BadInputIT extends PlenaryIT {
    private static final String GOOD = """
            {"contact": {"name": "Ada", "email": "ada@example.org", "country": "GB"},
             "delegates": [{"fee": "regular", "answers": {"name": "Ada", "dinner": "no"}, "form_version": 1}],
             "rooms": [{"hotel": "grand", "room_type": "single", "check_in": "2027-05-10", "check_out": "2027-05-11",
                        "guests": ["Ada"]}], "locale": "en"}""";

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConference() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "regular", "100.00", 10);
        RegistrationFixture.aHotel(owner, 3);
        RegistrationFixture.publish(owner);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("an unknown member", "\"locale\": \"en\"", "\"discount\": 5", "/discount"),
                Arguments.of(
                        "a price of the browser's own",
                        "\"form_version\": 1",
                        "\"form_version\": 1, \"price\": 1",
                        "/delegates/0/price"),
                Arguments.of(
                        "a number for a name",
                        "\"name\": \"Ada\", \"email\"",
                        "\"name\": 7, \"email\"",
                        "/contact/name"),
                Arguments.of(
                        "no contact name",
                        "\"name\": \"Ada\", \"email\"",
                        "\"name\": \" \", \"email\"",
                        "/contact/name"),
                Arguments.of(
                        "a name that never ends",
                        "\"name\": \"Ada\", \"email\"",
                        "\"name\": \"" + "A".repeat(5_000) + "\", \"email\"",
                        "/contact/name"),
                Arguments.of(
                        "an e-mail with a line break",
                        "ada@example.org",
                        "ada@example.org\\nBcc: all@example.org",
                        "/contact/email"),
                Arguments.of("no country of this world", "\"GB\"", "\"XX\"", "/contact/country"),
                Arguments.of("a fee that there is not", "\"regular\"", "\"cheaper\"", "/delegates/0/fee"),
                Arguments.of(
                        "an option not offered",
                        "\"dinner\": \"no\"",
                        "\"dinner\": \"free\"",
                        "/delegates/0/answers/dinner"),
                Arguments.of(
                        "an answer to a question not asked",
                        "\"dinner\": \"no\"",
                        "\"dinner\": \"no\", \"diet\": \"none\"",
                        "/delegates/0/answers/diet"),
                Arguments.of(
                        "an answer of no field", "\"dinner\": \"no\"", "\"vip\": \"yes\"", "/delegates/0/answers/vip"),
                Arguments.of(
                        "a form version that does not exist",
                        "\"form_version\": 1",
                        "\"form_version\": 99",
                        "/delegates/0/form_version"),
                Arguments.of("a night outside the block", "\"2027-05-11\"", "\"2027-05-20\"", "/rooms/0/check_out"),
                Arguments.of("a day that does not exist", "\"2027-05-10\"", "\"2027-02-30\"", "/rooms/0/check_in"),
                Arguments.of("a room type of no hotel", "\"single\"", "\"palace\"", "/rooms/0/room_type"),
                Arguments.of("more guests than beds", "[\"Ada\"]", "[\"Ada\", \"Bob\"]", "/rooms/0/guests"),
                Arguments.of(
                        "a list where a member belongs", "\"delegates\": [{", "\"delegates\": [[], {", "/delegates/0"),
                Arguments.of(
                        "a language without end",
                        "\"locale\": \"en\"",
                        "\"locale\": \"" + "e".repeat(99) + "\"",
                        "/locale"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("mistakes")
    void isRefusedByName(String what, String good, String bad, String pointer) {
        assertThat(GOOD).contains(good);

        var refused = anonymous(tenant)
                .post(RegistrationFixture.PATH + "/orders", GOOD.replace(good, bad))
                .expect(422);

        assertThat(refused.json().at("/errors").findValuesAsString("pointer"))
                .anyMatch(found -> found.startsWith(pointer));
        assertThat(owner.get(RegistrationFixture.PATH + "/orders").json().at("/items"))
                .isEmpty();
        var left = owner.get(RegistrationFixture.PATH + "/availability").json();
        assertThat(left.at("/fees/0/left").asInt()).isEqualTo(10);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void markupInAnyTextIsShownAsText(String text) {
        var order = anonymous(tenant)
                .post(
                        RegistrationFixture.PATH + "/orders",
                        GOOD.replace("\"name\": \"Ada\"", "\"name\": \"" + text.replace("\"", "\\\"") + "\""))
                .expect(201);

        var page = anonymous(tenant)
                .get("/c/conf27/orders/" + order.text("/code") + "?secret=" + order.text("/secret"))
                .expect(200);

        assertThat(page.body()).doesNotContain(text).contains("&lt;");
    }

    static Stream<String> scripts() {
        return Stream.of("<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert(1)>${7*7}");
    }
}
