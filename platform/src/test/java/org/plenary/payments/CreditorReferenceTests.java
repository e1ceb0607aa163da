package org.plenary.payments;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CreditorReferenceTests {
    @Test
    void theExampleOfTheStandardIsValid() {
        assertThat(CreditorReference.of("539007547034")).isEqualTo("RF18539007547034");
        assertThat(CreditorReference.isValid("RF18539007547034")).isTrue();
        assertThat(CreditorReference.printed("RF18539007547034")).isEqualTo("RF18 5390 0754 7034");
    }

    @Test
    void oneWrongCharacterIsNoticedUnlessALetterStandsForADigitOrADigitForALetter() {
        var right = CreditorReference.of("7KQ2MZ");
        for (var i = 4; i < right.length(); i++)
            for (var other : "0123456789ABCDEFGHJKMNPQRSTVWXYZ".toCharArray())
                if (other != right.charAt(i) && Character.isDigit(other) == Character.isDigit(right.charAt(i)))
                    assertThat(CreditorReference.isValid(right.substring(0, i) + other + right.substring(i + 1)))
                            .isFalse();
    }

    @Test
    void twoExchangedLettersOrDigitsAreNoticed() {
        for (var code : new String[] {"123456", "KQMZAB"}) {
            var right = CreditorReference.of(code);
            for (var i = 4; i + 1 < right.length(); i++)
                assertThat(CreditorReference.isValid(
                                right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2)))
                        .isFalse();
        }
    }

    @Test
    void itIsFoundInLongerTextsHoweverItIsWritten() {
        var reference = CreditorReference.of("7KQ2MZ");
        var typed = CreditorReference.printed(reference).toLowerCase(java.util.Locale.ROOT);

        assertThat(CreditorReference.codesIn("Order 42, ref: " + typed + " thank you", 6))
                .containsExactly("7KQ2MZ");
        assertThat(CreditorReference.codesIn("EREF+NOTPROVIDED SVWZ+Conf27/" + reference + "/Ada", 6))
                .containsExactly("7KQ2MZ");
        assertThat(CreditorReference.codesIn("RF00 7KQ2MZ", 6)).isEmpty();
        assertThat(CreditorReference.codesIn("", 6)).isEmpty();
    }
}
