package org.plenary.lodging.hotel;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** {@link BlockTerms} as the organizer writes them. */
public record TermsInput(
        @Nullable LocalDate opensOn,
        @Nullable LocalDate closesOn,
        BlockTerms.@Nullable CutOffAction atCutOff,
        @Nullable List<@Nullable ReleaseInput> releases,
        @Nullable Integer attritionPercent,
        @Nullable LocalizedText clauses,
        @Nullable BigDecimal taxRate,
        @Nullable List<@Nullable TaxInput> taxes,
        @Nullable List<@Nullable WayInput> ways,
        @Nullable List<@Nullable StepInput> cancellation) {
    public record ReleaseInput(
            @Nullable LocalDate on, @Nullable Integer percent) {}

    public record TaxInput(
            @Nullable String key,
            @Nullable LocalizedText name,
            LocalTax.@Nullable Per per,
            @Nullable Money amount,
            @Nullable BigDecimal percent,
            @Nullable Boolean atHotel) {}

    /** @param percent of a deposit */
    public record WayInput(
            PaymentWay.@Nullable Kind kind, @Nullable Integer percent) {}

    public record StepInput(
            @Nullable Integer daysBefore, @Nullable Integer percent) {}
}
