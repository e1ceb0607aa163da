package org.plenary.registration.policy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Json;
import org.plenary.kernel.Violations;

/**
 * What an organizer lets delegates do after they have registered. All days are days of the conference's zone, and the last on
 * which something may be done.
 *
 * @param editUntil last day on which delegates change their answers; null for the day before the conference
 * @param transferUntil last day on which a place is given to somebody else; null for the day before the conference
 * @param selfWithdrawal whether delegates cancel what is confirmed themselves
 * @param guestsStay whether rooms and tours stay with those who are not registered any more; null for yes
 * @param feeChange whether delegates choose another fee themselves, for as long as they change their answers
 * @param needsApproval keys of fees whose orders staff approve before anything is paid
 * @param invitationOnly keys of fees that are for invited people only
 * @param approvalDays how long such an order holds its places until it is decided; null for 14
 * @param paymentDays how long it holds them then until it is paid; null for 7
 * @param refunds what goes back of a cancelled line, by the day; none for all of it until the conference starts
 */
public record Policy(
        @Nullable LocalDate editUntil,
        @Nullable LocalDate transferUntil,
        @Nullable Boolean selfWithdrawal,
        @Nullable Boolean guestsStay,
        @Nullable Boolean feeChange,
        List<String> needsApproval,
        List<String> invitationOnly,
        @Nullable Integer approvalDays,
        @Nullable Integer paymentDays,
        List<Step> refunds) {
    static final int MAXIMUM_STEPS = 6;
    static final Policy DEFAULT = new Policy(null, null, null, null, null, List.of(), List.of(), null, null, List.of());
    private static final int ALL = 100;
    private static final int APPROVAL_DAYS = 14;
    private static final int PAYMENT_DAYS = 7;
    private static final int LONGEST = 90;

    public Policy {
        needsApproval = Json.isMissing(needsApproval) ? List.of() : List.copyOf(needsApproval);
        invitationOnly = Json.isMissing(invitationOnly) ? List.of() : List.copyOf(invitationOnly);
        refunds = Json.isMissing(refunds) ? List.of() : List.copyOf(refunds);
    }

    /** @param until last day; @param percent that goes back */
    public record Step(LocalDate until, int percent) {}

    public boolean mayEdit(ConferenceView conference, LocalDate today) {
        return !today.isAfter(lastDayToEdit(conference));
    }

    public boolean mayChangeFee(ConferenceView conference, LocalDate today) {
        return Boolean.TRUE.equals(feeChange) && mayEdit(conference, today);
    }

    /** Whether rooms and tours may stay when nobody of their order is registered any more. */
    public boolean mayStayUnregistered() {
        return !Boolean.FALSE.equals(guestsStay);
    }

    /** Whether it is for everybody, without anybody's leave. */
    public boolean isFree(String fee) {
        return !needsApproval.contains(fee) && !invitationOnly.contains(fee);
    }

    public boolean mayTransfer(ConferenceView conference, LocalDate today) {
        return !today.isAfter(lastDayToTransfer(conference));
    }

    public boolean mayWithdraw(ConferenceView conference, LocalDate today) {
        return Boolean.TRUE.equals(selfWithdrawal) && today.isBefore(conference.startsOn());
    }

    public LocalDate lastDayToEdit(ConferenceView conference) {
        return editUntil == null ? conference.startsOn().minusDays(1) : editUntil;
    }

    public LocalDate lastDayToTransfer(ConferenceView conference) {
        return transferUntil == null ? conference.startsOn().minusDays(1) : transferUntil;
    }

    /** How long an order is held until it is decided. */
    public Duration untilDecided() {
        return Duration.ofDays(approvalDays == null ? APPROVAL_DAYS : approvalDays);
    }

    /** How long an order that was approved is held until it is paid. */
    public Duration untilPaid() {
        return Duration.ofDays(paymentDays == null ? PAYMENT_DAYS : paymentDays);
    }

    /** How much of what a line cost goes back, in percent. */
    public int refundPercent(ConferenceView conference, LocalDate today) {
        for (var step : steps(conference)) if (!today.isAfter(step.until())) return step.percent();
        return 0;
    }

    /** The steps as they hold; after the last one nothing goes back. */
    public List<Step> steps(ConferenceView conference) {
        return refunds.isEmpty() ? List.of(new Step(conference.startsOn().minusDays(1), ALL)) : refunds;
    }

    /**
     * @param fees keys of the fees that there are
     * @throws org.plenary.kernel.Problem.InvalidInput naming everything that is wrong
     */
    void check(Collection<String> fees) {
        var found = new Violations();
        known(needsApproval, "/needs_approval/", fees, found);
        known(invitationOnly, "/invitation_only/", fees, found);
        found.check(isDays(approvalDays), "/approval_days", "days", "From 1 to 90 days.");
        found.check(isDays(paymentDays), "/payment_days", "days", "From 1 to 90 days.");
        steps(found);
        found.throwIfAny();
    }

    private static void known(List<String> keys, String pointer, Collection<String> fees, Violations found) {
        for (var i = 0; i < keys.size(); i++)
            found.check(fees.contains(keys.get(i)), pointer + i, "unknown_fee", "There is no fee of this key.");
    }

    private static boolean isDays(@Nullable Integer days) {
        return days == null || days >= 1 && days <= LONGEST;
    }

    private void steps(Violations found) {
        found.check(refunds.size() <= MAXIMUM_STEPS, "/refunds", "too_many_steps", "At most 6 steps.");
        for (var i = 0; i < refunds.size(); i++) {
            var step = refunds.get(i);
            var pointer = "/refunds/" + i;
            if (Json.isMissing(step) || Json.isMissing(step.until())) {
                found.add(pointer + "/until", "required", "This is required.");
                continue;
            }
            found.check(
                    step.percent() >= 0 && step.percent() <= ALL,
                    pointer + "/percent",
                    "percent",
                    "From 0 to 100 percent.");
            var before = i == 0 ? null : refunds.get(i - 1);
            if (before == null || Json.isMissing(before) || Json.isMissing(before.until())) continue;
            found.check(
                    step.until().isAfter(before.until()),
                    pointer + "/until",
                    "not_rising",
                    "Each step ends after the one before it.");
            found.check(
                    step.percent() <= before.percent(),
                    pointer + "/percent",
                    "not_falling",
                    "Nothing goes back more later than earlier.");
        }
    }
}
