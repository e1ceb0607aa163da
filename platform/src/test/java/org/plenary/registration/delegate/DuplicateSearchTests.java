package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.plenary.registration.delegate.DuplicateSearch.Candidate;
import org.plenary.registration.delegate.DuplicateSearch.Reason;

class DuplicateSearchTests {
    private final List<Candidate> people = new ArrayList<>();

    @Test
    void thePassportAndTheAddressTellMoreThanTheName() {
        person("Ada Lovelace", "ada@example.org", "Analytical Society", "");
        person("Lovelace, A.", "lovelace@example.org", "Analytical Society London", "");
        person("Grace Hopper", "ADA@example.org", "Navy", "C01X 00T47");
        person("G. B. M. Hopper", "grace@example.org", "Harvard", "c01x00t47");
        person("Ada Lovelace", "other@example.org", "Oxford", "");

        assertThat(DuplicateSearch.among(people))
                .extracting(each -> each.one().email() + " " + each.other().email() + " " + each.reasons())
                .containsExactly(
                        "ADA@example.org grace@example.org [PASSPORT]",
                        "ada@example.org ADA@example.org [EMAIL]",
                        "ada@example.org lovelace@example.org [NAME]");
    }

    @Test
    void whoeverOrdersForManyMayGiveOneAddressForAll() {
        var order = UUID.randomUUID();
        person(order, "Ada", "office@example.org");
        person(order, "Grace", "office@example.org");
        person(UUID.randomUUID(), "Emmy", "office@example.org");

        assertThat(DuplicateSearch.among(people))
                .extracting(each -> each.one().name() + " " + each.other().name())
                .containsExactlyInAnyOrder("Ada Emmy", "Grace Emmy");
    }

    @Test
    void withoutAnAffiliationTheWholeNameAndTheCountryMustBeTheSame() {
        person("Ada Lovelace", "1@example.org", "", "");
        person("Lovelace Ada", "2@example.org", "Analytical Society", "");
        person("A. Lovelace", "3@example.org", "", "");

        assertThat(DuplicateSearch.among(people))
                .singleElement()
                .satisfies(each -> assertThat(each.reasons()).containsExactly(Reason.NAMESAKE));
    }

    @Test
    @Timeout(20)
    void tenThousandOfWhomHalfHaveOneNameTakeAMoment() {
        for (var i = 0; i < 5_000; i++) {
            person("Wei Wang", i + "@example.org", "Institute " + i, "");
            person("Given" + i + " Family" + i % 700, "x" + i + "@example.org", "University " + i % 50, "");
        }

        assertThat(DuplicateSearch.among(people)).hasSizeLessThanOrEqualTo(DuplicateSearch.MOST_PAIRS);
    }

    private void person(String name, String email, String affiliation, String passport) {
        people.add(candidate(UUID.randomUUID(), name, email, affiliation, passport));
    }

    private void person(UUID order, String name, String email) {
        people.add(candidate(order, name, email, name + " Inc", ""));
    }

    private Candidate candidate(UUID order, String name, String email, String affiliation, String passport) {
        var at = Instant.EPOCH.plusSeconds(people.size());
        return new Candidate(
                UUID.randomUUID(), order, "R-1", name, email, "GB", "free", "confirmed", at, affiliation, passport);
    }
}
