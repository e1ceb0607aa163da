package org.plenary.registration.order;

import java.math.BigDecimal;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.registration.payway.BankAccount;

/** The text of a QR code that banking apps fill in a SEPA transfer from: EPC069-12, version 002, known as GiroCode. */
final class EpcText {
    private static final int LONGEST_NAME = 70;
    private static final BigDecimal MOST = new BigDecimal("999999999.99");

    private EpcText() {}

    /** Null where the standard does not reach: other currencies than the euro, and accounts without an IBAN. */
    static @Nullable String of(BankAccount account, Money amount, String reference) {
        var iban = account.iban();
        var holder = account.holder();
        if (iban == null || holder == null || !amount.getCurrencyUnit().equals(CurrencyUnit.EUR)) return null;
        if (!amount.isPositive() || amount.getAmount().compareTo(MOST) > 0) return null;
        return String.join(
                "\n",
                "BCD",
                "002",
                "1",
                "SCT",
                account.bic() == null ? "" : String.valueOf(account.bic()),
                holder.length() > LONGEST_NAME ? holder.substring(0, LONGEST_NAME) : holder,
                iban,
                "EUR" + amount.getAmount().toPlainString(),
                "",
                reference);
    }
}
