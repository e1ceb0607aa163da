package org.plenary.registration.order;

import java.time.LocalDate;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.payments.CreditorReference;
import org.plenary.registration.payway.BankAccount;

/**
 * What somebody needs to pay an order by bank transfer.
 *
 * @param amount that is still to come
 * @param received by hand or by transfer so far
 * @param qrText what a banking app reads from a picture; null where there is no standard for it
 */
record TransferView(
        String reference,
        Money amount,
        Money received,
        LocalDate dueOn,
        BankAccount account,
        @Nullable String qrText) {
    /** As people read it; templates call it. */
    public String printedReference() {
        return CreditorReference.printed(reference);
    }
}
