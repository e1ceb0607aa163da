package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plenary.registration.RegistrationFixture.PATH;
import static org.plenary.registration.RegistrationFixture.aFee;

import org.junit.jupiter.api.Test;

/** Places that a voucher keeps for those who have it. */
class VouchersKeepPlacesIT extends VoucherFixture {
    @Test
    void aVoucherThatReservesKeepsItsPlacesUntilItIsUsedOrEnds() {
        voucher(
                "{\"code\": \"KEEP3\", \"effect\": \"price\", \"amount\": {\"amount\": \"10.00\", \"currency\": \"EUR\"},"
                        + " \"uses\": 3, \"fees\": [\"regular\"], \"reserves\": true}");
        assertThat(left(0)).isEqualTo(2);

        order("regular", "a@example.org", null).expect(201);
        order("regular", "b@example.org", null).expect(201);
        order("regular", "c@example.org", null).expect(409);
        var kept = order("regular", "d@example.org", "KEEP3").expect(201);
        assertThat(kept.text("/total/amount")).isEqualTo("10.00");
        assertThat(left(0)).isZero();
        theCountersAgreeWithTheRows();

        owner.delete(PATH + "/vouchers/KEEP3").expect(204);
        assertThat(left(0)).isEqualTo(2);
        theCountersAgreeWithTheRows();
        assertThat(order("regular", "e@example.org", "KEEP3").expect(422).text("/errors/0/code"))
                .isEqualTo("voucher_ended");
        expireAll();
        owner.delete(PATH + "/vouchers/KEEP3").expect(204);
        assertThat(left(0)).isEqualTo(5);
    }

    @Test
    void thePlacesThatAVoucherKeepsFollowItsUses() {
        voucher(
                "{\"code\": \"KEEP2\", \"effect\": \"free\", \"uses\": 2, \"fees\": [\"regular\"], \"reserves\": true}");
        var path = PATH + "/vouchers/KEEP2";
        var keeps = "{\"effect\": \"free\", \"uses\": %d, \"fees\": [\"regular\"], \"reserves\": %s}";
        assertThat(left(0)).isEqualTo(3);

        owner.put(path, keeps.formatted(4, true)).expect(200);
        assertThat(left(0)).isEqualTo(1);
        theCountersAgreeWithTheRows();
        var refused = owner.put(path, keeps.formatted(6, true)).expect(409);
        assertThat(refused.text("/errors/0/code")).isEqualTo("places_left");
        owner.put(path, keeps.formatted(3, false)).expect(200);
        assertThat(left(0)).isEqualTo(5);
        theCountersAgreeWithTheRows();
        owner.put(path, keeps.formatted(3, true)).expect(200);
        order("regular", "ada@example.org", "KEEP2").expect(201);
        owner.put(path, keeps.formatted(1, true)).expect(200);
        assertThat(left(0)).isEqualTo(4);
        theCountersAgreeWithTheRows();
        var etag = owner.get(path).expect(200).headers().firstValue("ETag").orElseThrow();
        owner.put(path, keeps.formatted(2, true)).expect(200);
        owner.with("If-Match", etag).put(path, keeps.formatted(3, true)).expect(412);
    }

    @Test
    void manyVouchersKeepTheirPlacesInOneGo() {
        aFee(owner, "hall", "10.00", 1000);

        var made = owner.post(
                        PATH + "/vouchers",
                        "{\"count\": 900, \"effect\": \"free\", \"uses\": 1, \"fees\": [\"hall\"], \"reserves\": true}")
                .expect(201);

        assertThat(made.json().at("/count").asInt()).isEqualTo(900);
        assertThat(left(2)).isEqualTo(100);
    }

    @Test
    void moreThanThereIsCannotBeReserved() {
        var refused = owner.post(
                        PATH + "/vouchers",
                        "{\"effect\": \"free\", \"uses\": 6, \"fees\": [\"regular\"], \"reserves\": true}")
                .expect(409);

        assertThat(refused.text("/errors/0/pointer")).isEqualTo("/uses");
        assertThat(refused.json().at("/errors/0/left").asInt()).isEqualTo(5);
        assertThat(owner.get(PATH + "/vouchers").json().at("/items")).isEmpty();
    }
}
