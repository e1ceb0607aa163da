package org.plenary.tenancy.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTests {
    @Test
    void idsKindsMomentsAndNumbersOfAnEventAreShownAndNothingThatPeopleWroteOrKeepSecret() {
        assertThat(Shown.of("""
                        {"tenant": "01a21af0-df92-7423-b0e5-d66b5edc369b", "status": "NO_SHOW", "on": "2027-05-10",
                         "at": "2027-05-10T08:00:00.5Z", "places": 3, "group": false, "nobody": null,
                         "secret": "PLAINTEXT", "resetToken": "2027-05-10", "email": "ada@example.org",
                         "author": {"name": "Ada Lovelace"}, "lines": ["01a21af0-df92-7423-b0e5-d66b5edc369b", "See you!"]}"""))
                .isEqualTo(
                        "{\"tenant\":\"01a21af0-df92-7423-b0e5-d66b5edc369b\",\"status\":\"NO_SHOW\",\"on\":\"2027-05-10\","
                                + "\"at\":\"2027-05-10T08:00:00.5Z\",\"places\":3,\"group\":false,\"nobody\":null,"
                                + "\"secret\":\"…\",\"resetToken\":\"…\",\"email\":\"…\","
                                + "\"author\":{\"name\":\"…\"},\"lines\":[\"01a21af0-df92-7423-b0e5-d66b5edc369b\",\"…\"]}");
    }
}
