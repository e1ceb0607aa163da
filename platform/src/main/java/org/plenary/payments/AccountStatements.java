package org.plenary.payments;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;

/** PORT: what happened on the accounts of those who pay, as the receivables of the books say it, for the bound tenant. */
public interface AccountStatements {
    /** The days that a statement is over; null for the first one and the last one that there are. */
    record Days(@Nullable LocalDate from, @Nullable LocalDate to) {
        /**
         * As somebody wrote them.
         *
         * @throws Problem.InvalidInput for what is no date, or days in the wrong order
         */
        public static Days of(@Nullable String from, @Nullable String to) {
            var days = new Days(day(from, "/from"), day(to, "/to"));
            if (days.from != null && days.to != null && days.to.isBefore(days.from))
                throw new Problem.InvalidInput("/to", "order", "The end is before the beginning.");
            return days;
        }

        private static @Nullable LocalDate day(@Nullable String text, String pointer) {
            if (text == null || text.isBlank()) return null;
            try {
                return TypedTime.day(text);
            } catch (DateTimeParseException e) {
                throw new Problem.InvalidInput(pointer, "date", "A date is written 2027-05-14.");
            }
        }
    }

    /**
     * One thing that happened.
     *
     * @param kind {@code invoice}, {@code credit-note}, {@code payment}, {@code payment-void}, {@code refund}, {@code refund-failed},
     *     {@code write-off}, {@code write-off-back} or {@code other}
     * @param document the number of an invoice or a credit note; null for all else
     * @param reference what it is for, such as an order's code
     * @param amount what is owed more; negative for less
     * @param balance what is owed after it
     */
    record Line(Instant at, String kind, @Nullable String document, String reference, Money amount, Money balance) {}

    /**
     * What was owed in one currency, line by line.
     *
     * @param opening before the first line
     * @param closing after the last line; negative for what is to be given back
     * @param complete false when there are more lines than are told at once; choose fewer days then
     */
    record Account(CurrencyUnit currency, Money opening, List<Line> lines, Money closing, boolean complete) {}

    /** One account for each currency, in their order; none when nothing ever happened. */
    List<Account> of(Collection<String> references, Days days);

    /** @param about whose statement it is, such as the name of an organization */
    byte[] pdf(String about, Collection<String> references, Days days, Locale locale);
}
