package org.plenary.registration.payway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class IbanTests {
    @Test
    void numbersOfTheRegistryAreValid() {
        for (var each : new String[] {
            "DE89 3704 0044 0532 0130 00",
            "gb29 nwbk 6016 1331 9268 19",
            "CH93-0076-2011-6238-5295-7",
            "NO93 8601 1117 947"
        }) assertThat(Iban.isValid(Iban.plain(each))).as(each).isTrue();
    }

    @Test
    void aWrongDigitOrLengthIsNot() {
        assertThat(Iban.isValid("DE88370400440532013000")).isFalse();
        assertThat(Iban.isValid("DE8937040044053201300")).isFalse();
        assertThat(Iban.isValid("6016 1331")).isFalse();
        assertThat(Iban.isValid("")).isFalse();
    }
}
