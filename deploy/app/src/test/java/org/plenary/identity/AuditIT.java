package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;
import org.plenary.registration.RegistrationFixture;
import org.plenary.tenancy.Tenant;

class AuditIT extends PlenaryIT {
    private static final String FEE = RegistrationFixture.PATH + "/fees/regular";

    private Tenant tenant;
    private Http owner;

    @BeforeEach
    void aConferenceWithAFee() {
        tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "regular", "100.00", 10);
    }

    @Test
    void aChangedFeeSaysWhatItWasAndWhatItIsAndWhereItWasChangedFrom() {
        var fee = """
                {"key": "regular", "name": {"en": "Fee regular", "zh-CN": "费用"}, "capacity": 25,
                 "prices": [{"amount": {"amount": "100.00", "currency": "EUR"}, "until": null}], "tax_rate": 19}""";
        owner.put(FEE, fee).expect(200);
        owner.put(FEE, fee).expect(200);

        var found = owner.get("/api/v1/audit?action=fee.changed").expect(200);

        assertThat(found.json().at("/items"))
                .as("the second time nothing changed")
                .hasSize(1);
        assertThat(found.text("/items/0/subject")).isEqualTo("regular");
        assertThat(found.text("/items/0/network")).isEqualTo("127.0.0.1");
        assertThat(found.json().at("/items/0/changes")).hasSize(1);
        assertThat(found.text("/items/0/changes/0/at")).isEqualTo("capacity");
        assertThat(found.text("/items/0/changes/0/before")).isEqualTo("10");
        assertThat(found.text("/items/0/changes/0/after")).isEqualTo("25");
    }

    @Test
    void theTrailIsNarrowedByWhoWhatAndWhenAndPagedByTheApi() {
        assertThat(owner.get("/api/v1/audit?subject=regular").expect(200).json().at("/items"))
                .hasSize(1);
        assertThat(owner.get("/api/v1/audit?who=nobody").expect(200).json().at("/items"))
                .isEmpty();
        assertThat(owner.get("/api/v1/audit?until=2020-01-01")
                        .expect(200)
                        .json()
                        .at("/items"))
                .isEmpty();
        var first = owner.get("/api/v1/audit?limit=1").expect(200);
        var second =
                owner.get("/api/v1/audit?limit=1&after=" + first.text("/next")).expect(200);
        assertThat(second.text("/items/0/id")).isLessThan(first.text("/items/0/id"));
        assertThat(owner.get("/api/v1/audit?from=yesterday").expect(422).text("/errors/0/pointer"))
                .isEqualTo("/from");
    }
}
