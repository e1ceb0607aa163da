package org.plenary.lodging.hotel;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.LocalizedText;
import org.plenary.kernel.Violations;

/** What the terms of a block must be like. */
final class BlockRules {
    private static final int MAXIMUM = 30;
    private static final int MAXIMUM_NAME = 200;
    private static final int MAXIMUM_TEXT = 10_000;
    private static final int MAXIMUM_DAYS = 400;
    private static final int HUNDRED = 100;
    private static final long MAXIMUM_MINOR = 100_000_000L;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,49}");

    private final CurrencyUnit currency;
    private final Violations found;

    BlockRules(CurrencyUnit currency, Violations found) {
        this.currency = currency;
        this.found = found;
    }

    /** What stands wrong is told; it is of no use then. */
    BlockTerms terms(TermsInput input) {
        var opens = input.opensOn();
        found.check(
                opens == null || input.closesOn() == null || !input.closesOn().isBefore(opens),
                "/terms/closes_on",
                "before_opening",
                "This is before the first day.");
        var attrition = input.attritionPercent();
        if (attrition != null) percent("/terms/attrition_percent", attrition);
        var clauses = requireNonNullElse(input.clauses(), LocalizedText.of(""));
        if (!clauses.isBlank()) found.text("/terms/clauses", clauses, MAXIMUM_TEXT);
        return new BlockTerms(
                opens,
                input.closesOn(),
                requireNonNullElse(input.atCutOff(), BlockTerms.CutOffAction.RELEASE),
                releases(list("/terms/releases", input.releases())),
                attrition,
                clauses,
                rate("/terms/tax_rate", input.taxRate()),
                taxes(list("/terms/taxes", input.taxes())),
                input.ways() == null || input.ways().isEmpty()
                        ? List.of(PaymentWay.FULL)
                        : ways("/terms/ways", list("/terms/ways", input.ways())),
                steps(list("/terms/cancellation", input.cancellation())));
    }

    private List<BlockTerms.Release> releases(List<TermsInput.ReleaseInput> inputs) {
        var days = new HashSet<LocalDate>();
        var releases = new ArrayList<BlockTerms.Release>();
        for (var i = 0; i < inputs.size(); i++) {
            var at = "/terms/releases/" + i;
            var input = inputs.get(i);
            found.required(at + "/on", input.on());
            if (input.on() != null && !days.add(input.on()))
                found.add(at + "/on", "duplicate", "This day is there already.");
            var percent = range(at + "/percent", input.percent(), 1, HUNDRED);
            if (input.on() != null) releases.add(new BlockTerms.Release(input.on(), percent));
        }
        return releases;
    }

    private List<LocalTax> taxes(List<TermsInput.TaxInput> inputs) {
        var keys = new HashSet<String>();
        var taxes = new ArrayList<LocalTax>();
        for (var i = 0; i < inputs.size(); i++) {
            var at = "/terms/taxes/" + i;
            var input = inputs.get(i);
            var key = input.key() == null || input.key().isBlank() ? "tax-" + (i + 1) : input.key();
            key(at + "/key", key, keys);
            found.text(at + "/name", input.name(), MAXIMUM_NAME);
            if ((input.amount() == null) == (input.percent() == null))
                found.add(at + "/amount", "amount_or_percent", "Either an amount or a percentage.");
            if (input.amount() != null) amount(at + "/amount", input.amount());
            if (input.percent() != null) rate(at + "/percent", input.percent());
            if (input.name() != null)
                taxes.add(new LocalTax(
                        key,
                        input.name(),
                        requireNonNullElse(input.per(), LocalTax.Per.NIGHT),
                        input.amount(),
                        input.percent(),
                        requireNonNullElse(input.atHotel(), Boolean.FALSE)));
        }
        return taxes;
    }

    private List<PaymentWay> ways(String pointer, List<TermsInput.WayInput> inputs) {
        var kinds = new HashSet<PaymentWay.Kind>();
        var ways = new ArrayList<PaymentWay>();
        for (var i = 0; i < inputs.size(); i++) {
            var at = pointer + "/" + i;
            var kind = inputs.get(i).kind();
            found.required(at + "/kind", kind);
            if (kind == null) continue;
            if (!kinds.add(kind)) found.add(at + "/kind", "duplicate", "This way to pay is there already.");
            var percent = kind == PaymentWay.Kind.DEPOSIT
                    ? range(at + "/percent", inputs.get(i).percent(), 1, HUNDRED - 1)
                    : 0;
            ways.add(new PaymentWay(kind, percent));
        }
        return ways;
    }

    private List<BlockTerms.CancellationStep> steps(List<TermsInput.StepInput> inputs) {
        var days = new HashSet<Integer>();
        var steps = new ArrayList<BlockTerms.CancellationStep>();
        for (var i = 0; i < inputs.size(); i++) {
            var at = "/terms/cancellation/" + i;
            var before = range(at + "/days_before", inputs.get(i).daysBefore(), 0, MAXIMUM_DAYS);
            if (!days.add(before)) found.add(at + "/days_before", "duplicate", "This day is there already.");
            steps.add(new BlockTerms.CancellationStep(
                    before, range(at + "/percent", inputs.get(i).percent(), 0, HUNDRED)));
        }
        return steps;
    }

    /** @param types of the hotel, checked */
    List<SubBlock> subBlocks(List<@Nullable SubBlockInput> given, List<RoomType> types) {
        var inputs = list("/sub_blocks", given);
        var keys = new HashSet<String>();
        var parts = new ArrayList<SubBlock>();
        for (var i = 0; i < inputs.size(); i++) {
            var at = "/sub_blocks/" + i;
            var input = inputs.get(i);
            var key = requireNonNullElse(input.key(), "");
            key(at + "/key", key, keys);
            found.text(at + "/name", input.name(), MAXIMUM_NAME);
            found.optionalText(at + "/code", input.code(), MAXIMUM_NAME);
            var code = input.code() == null || input.code().isBlank()
                    ? null
                    : input.code().strip();
            var fees = new HashSet<>(list(at + "/fees", input.fees()));
            if (fees.isEmpty() && code == null)
                found.add(at + "/fees", "fees_or_code", "Name fees, or a code: nobody could book these rooms.");
            var ways = ways(at + "/ways", list(at + "/ways", input.ways()));
            var allotments = allotments(at + "/allotments", input, types);
            parts.add(new SubBlock(
                    key,
                    requireNonNullElse(input.name(), LocalizedText.of("")),
                    Set.copyOf(fees),
                    code,
                    input.cutOffOn(),
                    requireNonNullElse(input.atCutOff(), BlockTerms.CutOffAction.RELEASE),
                    allotments,
                    ways));
        }
        return fitting(parts, types);
    }

    private List<SubBlock.Allotment> allotments(String pointer, SubBlockInput part, List<RoomType> types) {
        var inputs = requireNonNullElse(part.allotments(), List.<SubBlockInput.@Nullable AllotmentInput>of());
        var seen = new HashSet<String>();
        var allotments = new ArrayList<SubBlock.Allotment>();
        for (var i = 0; i < inputs.size(); i++) {
            var at = pointer + "/" + i;
            var input = inputs.get(i);
            if (input == null || input.roomType() == null || input.date() == null) {
                found.add(at, "required", "This is required.");
                continue;
            }
            var rooms = range(at + "/rooms", input.rooms(), 0, HotelRules.MAXIMUM_ROOMS);
            if (types.stream()
                    .noneMatch(type ->
                            type.key().equals(input.roomType()) && type.dates().contains(input.date())))
                found.add(at + "/date", "night_not_offered", "This night is not in the block of this room type.");
            else if (!seen.add(input.roomType() + "/" + input.date()))
                found.add(at + "/date", "duplicate", "This night is there already.");
            else allotments.add(new SubBlock.Allotment(input.roomType(), input.date(), rooms));
        }
        return allotments;
    }

    /** All sub-blocks of a night together are within what is contracted for it. */
    List<SubBlock> fitting(List<SubBlock> parts, List<RoomType> types) {
        for (var type : types)
            for (var night : type.nights()) {
                var sum = parts.stream()
                        .mapToInt(part -> part.allotted(type.key(), night.date()))
                        .sum();
                if (sum > night.rooms())
                    found.add(
                            "/sub_blocks",
                            "more_than_block",
                            "The night of " + night.date() + " has fewer rooms than these.",
                            Map.of("night", night.date(), "rooms", night.rooms(), "room_type", type.key()));
            }
        return parts;
    }

    private <T> List<T> list(String pointer, @Nullable List<@Nullable T> given) {
        var all = requireNonNullElse(given, List.<@Nullable T>of());
        if (all.size() > MAXIMUM) found.add(pointer, "too_many", "At most 30.");
        var there = new ArrayList<T>();
        for (var i = 0; i < Math.min(all.size(), MAXIMUM); i++) {
            if (all.get(i) == null) found.add(pointer + "/" + i, "required", "This is required.");
            else there.add(requireNonNull(all.get(i)));
        }
        return there;
    }

    private void key(String pointer, String key, Set<String> others) {
        found.check(
                KEY.matcher(key).matches(),
                pointer,
                "key",
                "Letters, digits, - and _, starting with a letter or digit, at most 50.");
        if (!others.add(key)) found.add(pointer, "duplicate", "This key is there already.");
    }

    private void amount(String pointer, Money amount) {
        found.check(
                amount.getCurrencyUnit().equals(currency),
                pointer + "/currency",
                "currency",
                "The conference's currency is " + currency + ".");
        found.check(
                !amount.isNegative() && amount.getAmountMinorLong() <= MAXIMUM_MINOR,
                pointer + "/amount",
                "rate",
                "A rate is not negative, and not this large.");
    }

    private BigDecimal rate(String pointer, @Nullable BigDecimal rate) {
        if (rate == null) return BigDecimal.ZERO;
        found.check(
                rate.signum() >= 0 && rate.compareTo(BigDecimal.valueOf(HUNDRED)) < 0 && rate.scale() <= 3,
                pointer,
                "tax_rate",
                "A percentage below 100, with at most three decimals.");
        return rate;
    }

    private int percent(String pointer, int percent) {
        return range(pointer, percent, 0, HUNDRED);
    }

    private int range(String pointer, @Nullable Integer value, int least, int most) {
        if (value == null) {
            found.add(pointer, "required", "This is required.");
            return least;
        }
        if (value < least || value > most)
            found.add(
                    pointer,
                    "number_range",
                    "From " + least + " to " + most + ".",
                    Map.of("least", least, "most", most));
        return Math.clamp(value, least, most);
    }
}
