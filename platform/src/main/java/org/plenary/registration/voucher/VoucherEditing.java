package org.plenary.registration.voucher;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Preconditions;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.stock.StockTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Changes vouchers that were made. What a voucher does stays once somebody has used it, for buyers were told; how often and until
 * when it can be used, by whom, and its label can change at any time, but never below what was used.
 */
@Component
class VoucherEditing {
    private final Vouchers vouchers;
    private final Fees fees;
    private final StockTable stock;
    private final KeptPlaces keptPlaces;
    private final AuditTrail audit;

    VoucherEditing(Vouchers vouchers, Fees fees, StockTable stock, KeptPlaces keptPlaces, AuditTrail audit) {
        this.vouchers = vouchers;
        this.fees = fees;
        this.stock = stock;
        this.keptPlaces = keptPlaces;
        this.audit = audit;
    }

    /**
     * @param input all of the voucher as it is to be; its code is its own or missing
     * @param ifMatch the tag of the version that the writer saw, or null to write in any case
     * @throws Problem.InvalidInput also {@code voucher_in_use} for what cannot change any more, {@code below_used} for limits
     * @throws Problem.Conflict {@code voucher_ended}, or {@code sold_out} when there are not as many places as it would keep
     */
    @Transactional
    public Voucher edit(ConferenceView conference, String code, VoucherInput input, @Nullable String ifMatch) {
        var terms = check(conference, code, input);
        keptPlaces.guard(conference.id());
        var voucher = vouchers.find(conference.id(), code)
                .flatMap(found -> vouchers.lock(found.id()))
                .orElseThrow(() -> new Problem.NotFound("This voucher"));
        Preconditions.check(ifMatch, voucher.version());
        if (voucher.endedAt() != null) throw new Problem.Conflict("voucher_ended", "This voucher has been ended.");
        var places = keptPlaces.exchange(
                conference.id(), voucher, input.isReserving() ? onlyFee(terms) : null, input.uses());
        checkUsed(voucher, terms, input, places.used(), most(conference.id(), voucher));
        keptPlaces.move(conference.id(), voucher, places, input.uses());
        vouchers.change(voucher.id(), terms, input.uses(), input.isReserving());
        audit.record(
                "voucher.changed",
                voucher.code(),
                Map.of("conference", conference.slug(), "uses", input.uses() == null ? "" : input.uses()));
        return vouchers.lock(voucher.id()).orElseThrow();
    }

    private VoucherTerms check(ConferenceView conference, String code, VoucherInput input) {
        var known = fees.all(conference.id()).stream().map(Fee::key).collect(Collectors.toSet());
        var isItsOwn = input.code() == null
                || input.code().isBlank()
                || Vouchers.plain(input.code()).equals(Vouchers.plain(code));
        new Violations()
                .check(isItsOwn, "/code", "fixed", "The code of a voucher never changes.")
                .check(
                        input.count() == null || input.count() == 1,
                        "/count",
                        "fixed",
                        "One voucher is changed at a time.")
                .throwIfAny();
        return input.withoutCode().check(conference.currency(), known);
    }

    private static @Nullable String onlyFee(VoucherTerms terms) {
        return terms.fees().size() == 1 ? terms.fees().getFirst() : null;
    }

    private static void checkUsed(Voucher before, VoucherTerms terms, VoucherInput input, int used, int usedByOne) {
        var found = new Violations();
        if (used > 0) {
            var old = before.terms();
            inUse(found, "/effect", old.effect() == terms.effect());
            inUse(found, "/amount", Objects.equals(old.amount(), terms.amount()));
            inUse(found, "/amounts", Set.copyOf(old.amounts()).equals(Set.copyOf(terms.amounts())));
            inUse(found, "/percent", isSame(old.percent(), terms.percent()));
            inUse(found, "/fees", Set.copyOf(old.fees()).equals(Set.copyOf(terms.fees())));
            inUse(found, "/reserves", before.reserves() == input.isReserving());
        }
        limit(found, "/uses", input.uses(), used);
        limit(found, "/uses_per_person", terms.usesPerPerson(), usedByOne);
        found.throwIfAny();
    }

    private static void inUse(Violations found, String pointer, boolean isSame) {
        found.check(isSame, pointer, "voucher_in_use", "Somebody has used it: this stays as it is.");
    }

    private static void limit(Violations found, String pointer, @Nullable Integer limit, int used) {
        if (limit != null && limit < used)
            found.add(pointer, "below_used", "It was used " + used + " times.", Map.of("used", used));
    }

    private static boolean isSame(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }

    /** The most uses by one buyer; those that nobody counted may be more. */
    private int most(UUID conference, Voucher voucher) {
        return stock.levels(conference, voucher.buyersPrefix()).values().stream()
                .mapToInt(level -> level.used())
                .max()
                .orElse(0);
    }
}
