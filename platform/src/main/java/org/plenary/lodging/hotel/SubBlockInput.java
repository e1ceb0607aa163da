package org.plenary.lodging.hotel;

import java.time.LocalDate;
import java.util.ArrayList;
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
    public static SubBlockInput of(SubBlock part) {
        var allotments = new ArrayList<@Nullable AllotmentInput>();
        part.allotments()
                .forEach(each -> allotments.add(new AllotmentInput(each.roomType(), each.date(), each.rooms())));
        var ways = new ArrayList<TermsInput.@Nullable WayInput>();
        part.ways().forEach(way -> ways.add(new TermsInput.WayInput(way.kind(), way.percent())));
        return new SubBlockInput(
                part.key(),
                part.name(),
                new ArrayList<>(part.fees()),
                part.code(),
                part.cutOffOn(),
                part.atCutOff(),
                allotments,
                ways);
    }

    public record AllotmentInput(
            @Nullable String roomType,
            @Nullable LocalDate date,
            @Nullable Integer rooms) {}
}
