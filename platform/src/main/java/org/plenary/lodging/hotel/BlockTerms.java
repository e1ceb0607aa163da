package org.plenary.lodging.hotel;

import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/**
 * What the contract over a block says beside rooms and rates.
 *
 * @param opensOn the first day on which the public can book, in the conference's zone; null for as soon as it is there
 * @param closesOn the last day on which delegates change or cancel here; null for until check-in
 * @param atCutOff what becomes of rooms that are left when the cut-off date is over (HOTL-02)
 * @param releases rooms that go back to the hotel before, in rising order of their dates
 * @param attritionPercent of the contracted room nights that may stay empty without a charge; null when nothing was agreed about it,
 *     and nothing is charged
 * @param clauses of cancellation and attrition, in words
 * @param taxRate percent contained in the rates
 * @param ways to pay, the first of which is proposed
 * @param cancellation what delegates get back when they give a room up, the earliest step first; empty for what the
 *     conference's own policy says
 */
public record BlockTerms(
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        CutOffAction atCutOff,
        List<Release> releases,
        @Nullable Integer attritionPercent,
        LocalizedText clauses,
        BigDecimal taxRate,
        List<LocalTax> taxes,
        List<PaymentWay> ways,
        List<CancellationStep> cancellation) {
    public static final BlockTerms STANDARD = new BlockTerms(
            null,
            null,
            CutOffAction.RELEASE,
            List.of(),
            null,
            LocalizedText.of(""),
            BigDecimal.ZERO,
            List.of(),
            List.of(PaymentWay.FULL),
            List.of());

    /** Whether rooms that are left stay with the organizer, or go back to whom they came from. */
    public enum CutOffAction {
        RELEASE,
        KEEP;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @param percent of what is not taken then */
    public record Release(LocalDate on, int percent) {}

    /**
     * @param daysBefore at least so many days before check-in
     * @param percent of what was paid for the room that goes back
     */
    public record CancellationStep(int daysBefore, int percent) {}

    public BlockTerms {
        atCutOff = Objects.requireNonNullElse(atCutOff, CutOffAction.RELEASE);
        releases = releases.stream().sorted(Comparator.comparing(Release::on)).toList();
        taxes = List.copyOf(taxes);
        ways = List.copyOf(ways);
        cancellation = cancellation.stream()
                .sorted(Comparator.comparing(CancellationStep::daysBefore).reversed())
                .toList();
    }

    /** What goes back for a room given up on a day; empty when the conference's own policy says so. */
    public OptionalInt refundPercent(LocalDate day, LocalDate checkIn) {
        if (cancellation.isEmpty()) return OptionalInt.empty();
        var before = ChronoUnit.DAYS.between(day, checkIn);
        return OptionalInt.of(cancellation.stream()
                .filter(step -> before >= step.daysBefore())
                .mapToInt(CancellationStep::percent)
                .findFirst()
                .orElse(0));
    }

    /** Without what is between the organizer and the hotel. */
    BlockTerms published() {
        return new BlockTerms(
                opensOn, closesOn, atCutOff, List.of(), null, LocalizedText.of(""), taxRate, taxes, ways, cancellation);
    }

    BlockTerms with(List<LocalTax> others) {
        return new BlockTerms(
                opensOn, closesOn, atCutOff, releases, attritionPercent, clauses, taxRate, others, ways, cancellation);
    }
}
