package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.cart;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.tenancy.Tenant;

/** A conference on its opening day, and how its waiting room is set. */
abstract class WaitingRoomFixture extends PlenaryIT {
    static final String ROOM = PATH + "/waiting-room";
    static final String ORDERS = PATH + "/orders";
    static final String REGISTER = "/c/conf27/register";
    static final String WAITING = "/c/conf27/waiting";
    static final Pattern NUMBER = Pattern.compile("waiting-number\">([^<]+)<");
    static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    Tenant tenant;
    Http owner;

    @BeforeEach
    void aConferenceOnItsOpeningDay() {
        tenant = aTenant();
        owner = owner(tenant);
        aConference(owner);
        aFee(owner, "free", "0.00", null);
        publish(owner);
    }

    void aRoom(Map<String, Object> changes) {
        owner.put(ROOM, settings(changes)).expect(200);
    }

    static Map<String, Object> settings(Map<String, Object> changes) {
        var settings = new LinkedHashMap<String, Object>();
        settings.put("on", true);
        settings.put("opens_at", "2026-01-01T08:00:00Z");
        settings.putAll(changes);
        return settings;
    }

    static Http.Answer order(Http http) {
        return http.post(ORDERS, cart("free", Map.of("name", "Ada Lovelace")));
    }

    static String number(Http.Answer page) {
        var found = NUMBER.matcher(page.body());
        if (!found.find()) throw new AssertionError(page.status() + " shows no number: " + page.body());
        return found.group(1);
    }

    static Map<String, String> filled() {
        return Map.of(
                "place", "true",
                "contact.name", "Ada Lovelace",
                "contact.email", "ada@example.org",
                "contact.country", "GB",
                "delegates.0.at", "0",
                "delegates.0.fee", "free",
                "delegates.0.answers.name", "Ada Lovelace");
    }

    static Map<String, String> withCsrf(Http.Answer page, Map<String, String> fields) {
        var token = CSRF.matcher(page.body());
        assertThat(token.find()).isTrue();
        var all = new LinkedHashMap<>(fields);
        all.put("_csrf", token.group(1));
        return all;
    }
}
