package org.plenary.billing.bank;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in, as a bank tells it.
 *
 * @param account that it came to; empty when the file does not say
 * @param bankId the bank's own name for it; null when it has none
 * @param text all that was written with it
 */
record StatementLine(
        String account,
        @Nullable String bankId,
        LocalDate bookedOn,
        Money amount,
        String payer,
        String payerIban,
        String text) {
    private static final int LONGEST_TEXT = 1000;
    private static final int LONGEST_NAME = 200;

    StatementLine {
        bankId = bankId == null || bankId.isBlank() ? null : cut(bankId, LONGEST_NAME);
        payer = cut(payer, LONGEST_NAME);
        payerIban = cut(payerIban, LONGEST_NAME);
        text = cut(text, LONGEST_TEXT);
    }

    private static String cut(String text, int longest) {
        var plain = text.strip().replaceAll("\\s+", " ");
        return plain.length() > longest ? plain.substring(0, longest) : plain;
    }
}
