package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;

/** A {@link SubBlock} as the organizer writes it. */
public record SubBlockInput(
        @Nullable String key,
        @Nullable LocalizedText name,
        @Nullable List<@Nullable String> fees,
        @Nullable String code,
        @Nullable LocalDate cutOffOn,
        BlockTerms.@Nullable CutOffAction atCutOff,
        @Nullable List<@Nullable AllotmentInput> allotments,
        @Nullable List<TermsInput.@Nullable WayInput> ways) {
    public record AllotmentInput(
            @Nullable String roomType,
            @Nullable LocalDate date,
            @Nullable Integer rooms) {}
}
