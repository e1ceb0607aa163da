package org.plenary.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.plenary.Http;
import org.plenary.PlenaryIT;

/** Letting the holders of tickets in. */
class CheckInIT extends PlenaryIT {
    private static final String CHECK_INS = RegistrationFixture.PATH + "/check-ins";

    private Http owner;
    private String ticket;

    @BeforeEach
    void aDelegateWithATicket() {
        var tenant = aTenant();
        owner = owner(tenant);
        RegistrationFixture.aConference(owner);
        RegistrationFixture.aFee(owner, "free", "0.00", null);
        RegistrationFixture.publish(owner);
        var order = anonymous(tenant)
                .post(RegistrationFixture.PATH + "/orders", RegistrationFixture.cart("free", Map.of("name", "Ada")))
                .expect(201);
        ticket = owner.get(RegistrationFixture.PATH + "/delegates?q=" + order.text("/code"))
                .expect(200)
                .text("/items/0/ticket");
    }

    @Test
    void aTicketLetsItsHolderInOnceAndTellsTheFirstTimeAgain() {
        var first = checkIn("2026-11-20T09:00:00Z", "North").expect(200);

        var again = checkIn("2026-11-20T10:00:00Z", "South").expect(200);

        assertThat(first.text("/status")).isEqualTo("checked_in");
        assertThat(again.text("/status")).isEqualTo("already_checked_in");
        assertThat(again.text("/at")).isEqualTo("2026-11-20T09:00:00Z");
        assertThat(again.text("/gate")).isEqualTo("North");
        assertThat(again.json().at("/rights").valueStream().map(each -> each.asString()))
                .containsExactlyInAnyOrder("vote", "speak", "attend");
    }

    @Test
    void aDeviceWhoseClockIsAheadKeepsNobodyWaiting() {
        var answer = checkIn("2099-01-01T00:00:00Z", "North").expect(200);

        assertThat(Duration.between(Instant.parse(answer.text("/at")), Instant.now()))
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void aTicketThatIsNotOursLetsNobodyIn() {
        owner.post(CHECK_INS, Map.of("ticket", "NOSUCHTICKET")).expect(404);

        assertThat(checkIn("2026-11-20T09:00:00Z", "North").text("/status")).isEqualTo("checked_in");
    }

    private Http.Answer checkIn(String at, String gate) {
        return owner.post(CHECK_INS, Map.of("ticket", ticket, "gate", gate, "at", at, "device", "desk-1"));
    }
}
