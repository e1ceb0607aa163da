package org.plenary.registration.payway;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;

/**
 * How a conference can be paid.
 *
 * @param account where transfers go
 * @param days that a transfer has to arrive; the places are held that long
 * @param lastDay on which a transfer must be there at the latest; null for the day before the conference
 */
public record PaymentWays(
        @Nullable Boolean card,
        @Nullable Boolean bankTransfer,
        @Nullable BankAccount account,
        @Nullable Integer days,
        @Nullable LocalDate lastDay) {
    static final PaymentWays DEFAULT = new PaymentWays(null, null, null, null, null);
    private static final int USUAL_DAYS = 14;
    private static final int LONGEST = 90;

    public PaymentWays {
        card = card == null || card;
        bankTransfer = bankTransfer != null && bankTransfer;
        account = account == null || account.isNothing() ? null : account;
        days = days == null ? USUAL_DAYS : days;
    }

    /** Whether a transfer that is sent now can be there in time. */
    public boolean takesTransfers(ConferenceView conference, LocalDate today) {
        return Boolean.TRUE.equals(bankTransfer)
                && account != null
                && dueOn(conference, today).isAfter(today);
    }

    /** Where no transfer is in time any more, cards are taken in any case. */
    public boolean takesCards(ConferenceView conference, LocalDate today) {
        return Boolean.TRUE.equals(card) || !takesTransfers(conference, today);
    }

    public boolean takes(PayBy way, ConferenceView conference, LocalDate today) {
        return switch (way) {
            case CARD -> takesCards(conference, today);
            case BANK_TRANSFER -> takesTransfers(conference, today);
        };
    }

    /** When a transfer is to be there that is promised today. */
    public LocalDate dueOn(ConferenceView conference, LocalDate today) {
        var last = lastDay == null ? conference.startsOn().minusDays(1) : lastDay;
        var due = today.plusDays(days == null ? USUAL_DAYS : days);
        return due.isBefore(last) ? due : last;
    }

    /** @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong */
    void check(ConferenceView conference) {
        var found = new Violations();
        found.check(
                Boolean.TRUE.equals(card) || Boolean.TRUE.equals(bankTransfer),
                "/card",
                "way_to_pay",
                "At least one way to pay.");
        found.check(days != null && days >= 1 && days <= LONGEST, "/days", "days", "From 1 to 90 days.");
        found.check(
                lastDay == null || lastDay.isBefore(conference.startsOn()),
                "/last_day",
                "before_conference",
                "A day before the conference.");
        if (Boolean.TRUE.equals(bankTransfer)) found.required("/account/holder", account);
        if (account != null) account.check(found);
        found.throwIfAny();
    }
}
