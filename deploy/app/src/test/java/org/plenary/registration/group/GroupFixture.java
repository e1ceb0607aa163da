package org.plenary.registration.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aConference;
import static org.plenary.registration.RegistrationFixture.aFee;
import static org.plenary.registration.RegistrationFixture.publish;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.registration.order.StockCheck;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** A conference that takes groups, and a coordinator who books places. */
abstract class GroupFixture extends PlenaryIT {
    static final String GROUPS = PATH + "/groups";
    static final String FORM = """
            {"sections": [{"key": "you", "title": {"en": "You", "zh-CN": "您"}, "fields": [
              {"key": "name", "type": "text", "label": "Name", "required": true},
              {"key": "email", "type": "email", "label": "E-mail", "required": true},
              {"key": "workshop", "type": "choice", "label": "Workshop", "options": [
                {"key": "small", "label": "Small", "capacity": 1}, {"key": "large", "label": "Large"},
                {"key": "paid", "label": "Paid", "price": {"amount": "80.00", "currency": "EUR"}}]}]},
              {"key": "terms", "title": "Terms", "fields": [{"key": "photos", "type": "consent", "label": "Photos",
                "required": true, "consent": {"version": "1", "text": "We take pictures."}}]}]}""";

    @Autowired
    StockCheck stockCheck;

    Tenant tenant;
    Http owner;
    Http coordinator;

    @BeforeEach
    void aConferenceThatTakesGroups() {
        tenant = aTenant();
        owner = owner(tenant);
        coordinator = anonymous(tenant);
        aConference(owner);
        owner.put(PATH + "/registration-form", FORM).expect(200);
        aFee(owner, "regular", "0.00", 10);
        aFee(owner, "student", "20.00", null);
        publish(owner);
        owner.put(PATH + "/group-settings", Map.of("allowed", true, "most", 8)).expect(200);
    }

    @AfterEach
    void theCountersAreWhatTheRowsSay() {
        assertThat(Tenancy.callAs(tenant, stockCheck::differences)).isEmpty();
    }

    Http.Answer group(Map<String, Integer> places) {
        var wishes = places.entrySet().stream()
                .map(each -> Map.of("fee", each.getKey(), "quantity", each.getValue()))
                .toList();
        return coordinator.post(
                GROUPS,
                Map.of(
                        "contact",
                        Map.of("name", "Mona Müller", "email", address("Mona"), "country", "DE"),
                        "organization",
                        "Looms & Sons",
                        "places",
                        wishes,
                        "locale",
                        "en"));
    }

    Http.Answer show(Http.Answer group) {
        return coordinator
                .get(GROUPS + "/" + group.text("/code") + "?secret=" + group.text("/secret"))
                .expect(200);
    }

    String place(Http.Answer group, int index) {
        return show(group).text("/places/" + index + "/id");
    }

    Http.Answer name(Http.Answer group, String place, String name, String workshop) {
        return coordinator.put(person(group, place, "?secret=" + group.text("/secret")), answers(name, workshop));
    }

    Http.Answer remove(Http.Answer group, String place) {
        return coordinator.delete(person(group, place, "?secret=" + group.text("/secret")));
    }

    static String person(Http.Answer group, String place, String query) {
        return GROUPS + "/" + group.text("/code") + "/places/" + place + "/person" + query;
    }

    Map<String, Object> answers(String name, String workshop) {
        var answers = new LinkedHashMap<String, Object>();
        answers.put("name", name);
        answers.put("email", address(name));
        if (workshop != null) answers.put("workshop", workshop);
        return Map.of("answers", answers);
    }

    String address(String name) {
        return name.toLowerCase(java.util.Locale.ROOT) + "-" + tenant.slug() + "@example.org";
    }
}
