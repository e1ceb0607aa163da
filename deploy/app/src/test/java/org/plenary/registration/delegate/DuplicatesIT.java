package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Problem;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.beans.factory.annotation.Autowired;

/** The list of people is checked for those who are in it twice. */
class DuplicatesIT extends PlenaryIT {
    @Autowired
    private ConferenceApi conferences;

    @Autowired
    private Duplicates duplicates;

    @Autowired
    private DistinctDelegates distinct;

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithPeopleWhoMayBeOne() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        owner.put(RegistrationFixture.PATH + "/registration-form", """
                {"sections": [{"key": "you", "title": "You", "fields": [
                  {"key": "name", "type": "text", "label": "Name", "required": true},
                  {"key": "work", "type": "text", "label": {"en": "Affiliation", "zh-CN": "单位"}, "required": false},
                  {"key": "pass", "type": "text", "label": "Passport no", "required": false}]}]}""").expect(200);
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        RegistrationFixture.publish(owner);
        register("a@example.org", Map.of("name", "Joseph Fourier", "work", "University of Grenoble"));
        register("b@example.org", Map.of("name", "J. Fourier", "work", "Grenoble"));
        register("c@example.org", Map.of("name", "刘慧敏", "work", "清华大学", "pass", "E 123"));
        register("d@example.org", Map.of("name", "刘 慧敏", "work", "清华大学计算机系", "pass", "e123"));
        register("c@EXAMPLE.org", Map.of("name", "Emmy", "work", "Göttingen"));
        register("z@example.org", Map.of("name", "Nobody Else", "work", "Nowhere"));
    }

    @Test
    void pairsAreShownWithTheReasonUntilSomebodyTellsThemApartOrOneIsCancelled() {
        assertThat(pairs(false))
                .containsExactlyInAnyOrder(
                        "c@example.org d@example.org [PASSPORT, NAME]",
                        "c@example.org c@EXAMPLE.org [EMAIL]",
                        "a@example.org b@example.org [NAME]");

        var fourier = suspicions(false).stream()
                .filter(each -> each.one().email().equals("a@example.org"))
                .findFirst()
                .orElseThrow();
        Tenancy.runAs(tenant, () -> distinct.say(conferences.bySlug("conf27"), fourier.pair()));
        owner.post(RegistrationFixture.PATH + "/orders/" + orderOf("d@example.org") + "/cancellation", Map.of())
                .expect(200);

        assertThat(pairs(false)).containsExactly("c@example.org c@EXAMPLE.org [EMAIL]");
        assertThat(pairs(true)).containsExactly("a@example.org b@example.org [NAME]");
        Tenancy.runAs(tenant, () -> distinct.takeBack(conferences.bySlug("conf27"), fourier.pair()));
        assertThat(pairs(true)).isEmpty();
    }

    @Test
    void onlyDelegatesOfTheConferenceAreToldApart() {
        var known = suspicions(false).getFirst().one().id();

        org.assertj.core.api.Assertions.assertThatExceptionOfType(Problem.NotFound.class)
                .isThrownBy(() -> Tenancy.runAs(
                        tenant,
                        () -> distinct.say(
                                conferences.bySlug("conf27"), DuplicateSearch.Pair.of(known, UUID.randomUUID()))));
    }

    private List<String> pairs(boolean isToldApart) {
        return suspicions(isToldApart).stream()
                .map(each -> each.one().email() + " " + each.other().email() + " " + each.reasons())
                .toList();
    }

    private List<DuplicateSearch.Suspicion> suspicions(boolean isToldApart) {
        return Tenancy.callAs(
                tenant,
                () -> duplicates.of(conferences.bySlug("conf27"), isToldApart).suspicions());
    }

    private String orderOf(String email) {
        return suspicions(false).stream()
                .flatMap(each -> java.util.stream.Stream.of(each.one(), each.other()))
                .filter(each -> each.email().equals(email))
                .findFirst()
                .orElseThrow()
                .code();
    }

    private void register(String email, Map<String, String> answers) {
        anonymous(tenant)
                .post(
                        RegistrationFixture.PATH + "/orders",
                        Map.of(
                                "contact", Map.of("name", "Desk", "email", email, "country", "FR"),
                                "delegates", List.of(Map.of("fee", "free", "answers", answers)),
                                "locale", "en"))
                .expect(201);
    }
}
