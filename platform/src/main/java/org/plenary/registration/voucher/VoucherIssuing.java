package org.plenary.registration.voucher;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.stock.StockTable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes vouchers and ends them. */
@Component
class VoucherIssuing {
    /** Sixty random bits: who tries codes at random finds none. */
    private static final int LENGTH = 12;

    private final Vouchers vouchers;
    private final Fees fees;
    private final StockTable stock;
    private final KeptPlaces keptPlaces;
    private final AuditTrail audit;

    VoucherIssuing(Vouchers vouchers, Fees fees, StockTable stock, KeptPlaces keptPlaces, AuditTrail audit) {
        this.vouchers = vouchers;
        this.fees = fees;
        this.stock = stock;
        this.keptPlaces = keptPlaces;
        this.audit = audit;
    }

    /**
     * The codes of the new vouchers.
     *
     * @throws Problem.Conflict {@code sold_out} when there are not as many places as the vouchers would keep
     */
    @Transactional
    public List<String> issue(ConferenceView conference, VoucherInput input) {
        var known = fees.all(conference.id()).stream().map(Fee::key).collect(Collectors.toSet());
        var terms = input.check(conference.currency(), known);
        var codes = codes(input);
        var written = vouchers.insert(conference.id(), codes, terms, input.uses(), input.isReserving());
        if (written < codes.size()) throw new Problem.InvalidInput("/code", "taken", "Another voucher has this code.");
        var made = vouchers.find(conference.id(), codes);
        var capacities = new HashMap<String, @Nullable Integer>();
        made.forEach(voucher -> capacities.put(voucher.stockKey(), voucher.uses()));
        stock.define(conference.id(), capacities);
        audit.record(
                "voucher.issued", codes.getFirst(), Map.of("conference", conference.slug(), "count", codes.size()));
        if (input.isReserving()) reserve(conference.id(), made);
        return codes;
    }

    private static List<String> codes(VoucherInput input) {
        if (input.code() != null && !input.code().isBlank()) return List.of(Vouchers.plain(input.code()));
        var prefix = input.prefix() == null || input.prefix().isBlank() ? "" : Vouchers.plain(input.prefix()) + "-";
        var codes = new ArrayList<String>(input.wanted());
        for (var i = 0; i < input.wanted(); i++) codes.add(prefix + Ids.reference(LENGTH));
        return codes;
    }

    /** Takes the places that the vouchers keep; others wait from here to the commit. */
    private void reserve(UUID conference, List<Voucher> made) {
        // All of them are for one fee, and of as many uses.
        var held = keptPlaces.wanted(conference, made.getFirst());
        vouchers.hold(made.stream().map(Voucher::id).toList(), held);
        var all = new TreeMap<String, Integer>();
        held.forEach((key, n) -> all.put(key, Math.multiplyExact(n, made.size())));
        var shortages = stock.take(conference, all);
        if (!shortages.isEmpty()) throw KeptPlaces.soldOut(shortages);
    }

    /** Nobody can use it from now on; orders that did keep their price. */
    @Transactional
    public void end(ConferenceView conference, String code) {
        var voucher = vouchers.find(conference.id(), code).orElseThrow(() -> new Problem.NotFound("This voucher"));
        keptPlaces.guard(conference.id());
        vouchers.end(voucher.id());
        audit.record("voucher.ended", voucher.code(), Map.of("conference", conference.slug()));
        keptPlaces.release(conference.id(), voucher.id());
    }
}
