package org.plenary.registration.delegate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.plenary.registration.delegate.Filter.Comparison;
import org.plenary.registration.delegate.Filter.Condition;
import org.plenary.registration.delegate.Filter.Group;
import org.springframework.util.LinkedMultiValueMap;

class ListingTests {
    private static final Listing NARROW = new Listing(
            "ada & co",
            "confirmed",
            new Filter(
                    true,
                    List.of(
                            new Group(
                                    true,
                                    List.of(
                                            new Condition("answer.diet", Comparison.CONTAINS, "nuts", ""),
                                            new Condition("country", Comparison.IS_NOT, "DE", ""))),
                            new Group(
                                    false,
                                    List.of(new Condition(
                                            "registered_at", Comparison.BETWEEN, "2027-01-01", "2027-02-01"))))),
            List.of("email", "name"),
            "-email");

    @Test
    void aListingIsReadFromItsOwnParameters() {
        assertThat(Listing.of(NARROW.parameters())).isEqualTo(NARROW);
    }

    @Test
    void anAddressHoldsTheWholeListingEncoded() {
        assertThat(NARROW.address("/delegates", Map.of("view", "7")))
                .startsWith("/delegates?q=ada+%26+co&status=confirmed&any=true&")
                .endsWith("view=7");
    }

    @Test
    void aListingOfEverybodyIsToldFromNoneAtAll() {
        assertThat(Listing.isIn(Listing.ALL.parameters())).isTrue();
        assertThat(Listing.isIn(new LinkedMultiValueMap<>(Map.of("view", List.of("7")))))
                .isFalse();
    }

    @Test
    void aLineOfTheFormThatWasLeftEmptyIsNoCondition() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("w.0.0.column", "");
        parameters.add("w.0.1.column", "name");
        parameters.add("w.0.1.test", "contains");
        parameters.add("w.0.1.value", " ada ");

        assertThat(Listing.of(parameters).filter().groups())
                .containsExactly(new Group(false, List.of(new Condition("name", Comparison.CONTAINS, "ada", ""))));
    }

    @Test
    void aConditionThatWaitsForItsValueFiltersNothing() {
        var parameters = new LinkedMultiValueMap<String, String>();
        parameters.add("w.0.0.column", "fee");
        parameters.add("w.0.0.test", "is");

        var listing = Listing.of(parameters);

        assertThat(listing.isNarrowed()).isFalse();
        assertThat(listing.filter().hasUnfinished()).isTrue();
    }
}
