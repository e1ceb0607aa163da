package org.plenary.registration.payway;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Violations;

/**
 * How a conference can be paid.
 *
 * @param account where transfers go
 * @param days that a transfer has to arrive; the places are held that long
 * @param lastDay on which money must be there at the latest; null for the day before the conference
 * @param invoice whether institutions may pay later
 * @param invoiceDays that they have for it
 * @param invoiceApproval whether staff decide on each of those orders
 * @param instalments the parts in which an order may be paid; empty for in one go
 * @param instalmentsAlways whether every order is paid so
 * @param releaseAfterDays that something is overdue, the order is cancelled; null for never by itself, in which a wish says 0
 */
public record PaymentWays(
        @Nullable Boolean card,
        @Nullable Boolean bankTransfer,
        @Nullable BankAccount account,
        @Nullable Integer days,
        @Nullable LocalDate lastDay,
        @Nullable Boolean invoice,
        @Nullable Integer invoiceDays,
        @Nullable Boolean invoiceApproval,
        @Nullable List<Instalment> instalments,
        @Nullable Boolean instalmentsAlways,
        @Nullable Integer releaseAfterDays) {
    static final PaymentWays DEFAULT =
            new PaymentWays(null, null, null, null, null, false, 30, true, List.of(), false, null);
    private static final int USUAL_DAYS = 14;
    private static final int LONGEST = 90;

    public PaymentWays {
        card = card == null || card;
        bankTransfer = bankTransfer != null && bankTransfer;
        account = account == null || account.isNothing() ? null : account;
        days = days == null ? USUAL_DAYS : days;
    }

    /** What a wish does not name of paying later stays as it was. */
    PaymentWays over(PaymentWays before) {
        var release = releaseAfterDays == null ? before.releaseAfterDays : releaseAfterDays;
        return new PaymentWays(
                card,
                bankTransfer,
                account,
                days,
                lastDay,
                invoice == null ? before.invoice : invoice,
                invoiceDays == null ? before.invoiceDays : invoiceDays,
                invoiceApproval == null ? before.invoiceApproval : invoiceApproval,
                instalments == null ? before.instalments : List.copyOf(instalments),
                instalmentsAlways == null ? before.instalmentsAlways : instalmentsAlways,
                Objects.equals(release, 0) ? null : release);
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
            case INSTALMENTS -> plan(today).size() > 1;
            case INVOICE ->
                Boolean.TRUE.equals(invoice) && invoiceDueOn(conference, today).isAfter(today);
        };
    }

    /** When a transfer is to be there that is promised today. */
    public LocalDate dueOn(ConferenceView conference, LocalDate today) {
        return atMost(conference, today.plusDays(days == null ? USUAL_DAYS : days));
    }

    /** When an invoice is to be paid that is issued today. */
    public LocalDate invoiceDueOn(ConferenceView conference, LocalDate today) {
        return atMost(conference, today.plusDays(invoiceDays == null ? USUAL_DAYS : invoiceDays));
    }

    private LocalDate atMost(ConferenceView conference, LocalDate due) {
        var last = lastDay == null ? conference.startsOn().minusDays(1) : lastDay;
        return due.isBefore(last) ? due : last;
    }

    /** In which parts an order is paid that is placed today; the first is due with it. */
    public List<Instalment.Planned> plan(LocalDate today) {
        return instalments == null || instalments.isEmpty() ? List.of() : Instalment.plan(instalments, today);
    }

    /** Whether everybody pays in parts, where there are parts. */
    public boolean paysInParts() {
        return Boolean.TRUE.equals(instalmentsAlways);
    }

    public boolean approvesInvoices() {
        return !Boolean.FALSE.equals(invoiceApproval);
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
        found.check(
                invoiceDays != null && invoiceDays >= 1 && invoiceDays <= LONGEST,
                "/invoice_days",
                "days",
                "From 1 to 90 days.");
        found.check(
                releaseAfterDays == null || releaseAfterDays >= 1 && releaseAfterDays <= LONGEST,
                "/release_after_days",
                "release_days",
                "From 1 to 90 days, or never.");
        if (instalments != null) Instalment.check(instalments, conference, found);
        if (Boolean.TRUE.equals(bankTransfer)) found.required("/account/holder", account);
        if (account != null) account.check(found);
        found.throwIfAny();
    }
}
