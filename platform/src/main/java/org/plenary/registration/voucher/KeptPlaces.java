package org.plenary.registration.voucher;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.registration.fee.Fee;
import org.plenary.registration.quota.Quotas;
import org.plenary.registration.stock.StockTable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The places that vouchers keep. They are taken when the voucher is made; an order that uses it takes none beside the voucher's own
 * use. When it ends, what nobody used is free again; so is, from then on, what such an order gives back.
 */
@Component
class KeptPlaces {
    private static final int AT_ONCE = 500;

    private final Vouchers vouchers;
    private final StockTable stock;
    private final Quotas quotas;
    private final JdbcClient jdbc;
    private final Ended ended;

    KeptPlaces(Vouchers vouchers, StockTable stock, Quotas quotas, JdbcClient jdbc, Ended ended) {
        this.vouchers = vouchers;
        this.stock = stock;
        this.quotas = quotas;
        this.jdbc = jdbc;
        this.ended = ended;
    }

    /** As {@link Quotas#guard}: before vouchers are changed, for whoever changes quotas changes vouchers too. */
    void guard(UUID conference) {
        quotas.guard(conference);
    }

    /** What a voucher would keep. */
    Map<String, Integer> wanted(UUID conference, Voucher voucher) {
        if (voucher.uses() == null || voucher.terms().fees().size() != 1) return Map.of();
        quotas.guard(conference);
        return wanted(conference, voucher.terms().fees().getFirst(), voucher.uses());
    }

    private Map<String, Integer> wanted(UUID conference, String feeKey, int uses) {
        var wanted = new TreeMap<String, Integer>();
        var fee = Fee.stockKey(feeKey);
        wanted.put(fee, uses);
        quotas.of(conference).keysFor(fee).forEach(key -> wanted.put(key, uses));
        return wanted;
    }

    /** What a voucher keeps and is to keep instead, and how often it was used. */
    record Exchange(Map<String, Integer> held, Map<String, Integer> wanted, int used) {}

    /**
     * Keeps everybody else from its places and its uses until the transaction ends. After {@link #guard}.
     *
     * @param fee whose places it is to keep; null for none
     */
    Exchange exchange(UUID conference, Voucher voucher, @Nullable String fee, @Nullable Integer uses) {
        var held = vouchers.held(voucher.id());
        Map<String, Integer> wanted = fee == null || uses == null ? Map.of() : wanted(conference, fee, uses);
        var keys = new TreeSet<>(held.keySet());
        keys.addAll(wanted.keySet());
        keys.add(voucher.stockKey());
        var used = stock.hold(conference, keys).get(voucher.stockKey());
        return new Exchange(held, wanted, used == null ? 0 : used.used());
    }

    /** @throws Problem.Conflict {@code sold_out} when there are not as many places */
    void move(UUID conference, Voucher voucher, Exchange exchange, @Nullable Integer uses) {
        var more = difference(exchange.wanted(), exchange.held());
        var fewer = difference(exchange.held(), exchange.wanted());
        var shortages = stock.take(conference, more);
        if (!shortages.isEmpty()) throw soldOut(shortages);
        stock.free(conference, fewer);
        vouchers.hold(voucher.id(), exchange.wanted());
        stock.define(conference, Collections.singletonMap(voucher.stockKey(), uses));
    }

    private static Map<String, Integer> difference(Map<String, Integer> of, Map<String, Integer> less) {
        var difference = new TreeMap<String, Integer>();
        of.forEach((key, n) -> {
            var more = n - less.getOrDefault(key, 0);
            if (more > 0) difference.put(key, more);
        });
        return difference;
    }

    static Problem.Conflict soldOut(Map<String, Integer> shortages) {
        var left = shortages.values().stream().mapToInt(Integer::intValue).min().orElse(0);
        return new Problem.Conflict(
                "sold_out",
                "There are not as many places left.",
                List.of(new Violation(
                        "/uses", "places_left", "Only " + left + " places are left.", Map.of("left", left))));
    }

    record Waiting(UUID conference, UUID voucher) {}

    /** Those of the bound tenant that have ended and keep more than was used. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting() {
        return ended.of(jdbc, AT_ONCE);
    }

    /** Frees what a voucher that has ended keeps and nobody used. */
    @Transactional
    public void release(UUID conference, UUID id) {
        quotas.guard(conference);
        var voucher = vouchers.lock(id).orElse(null);
        if (voucher == null) return;
        var held = vouchers.held(id);
        if (held.isEmpty()) return;
        var keys = new TreeMap<>(held);
        keys.put(voucher.stockKey(), 0);
        var used = stock.hold(conference, keys.keySet()).get(voucher.stockKey());
        var uses = used == null ? 0 : used.used();
        var free = new TreeMap<String, Integer>();
        var kept = new TreeMap<String, Integer>();
        held.forEach((key, n) -> {
            if (n > uses) free.put(key, n - uses);
            if (uses > 0) kept.put(key, Math.min(n, uses));
        });
        if (free.isEmpty()) return;
        stock.free(conference, free);
        vouchers.hold(id, kept);
        // A late payment takes its places again only while they are kept.
        stock.define(conference, Collections.singletonMap(voucher.stockKey(), uses));
    }

    /** Which vouchers have ended, by each conference's own day. */
    @Component
    static class Ended {
        private final ConferenceApi conferences;
        private final Clock clock;

        Ended(ConferenceApi conferences, Clock clock) {
            this.conferences = conferences;
            this.clock = clock;
        }

        List<Waiting> of(JdbcClient jdbc, int limit) {
            return conferences.all().stream()
                    .flatMap(conference -> jdbc
                            .sql("""
                            SELECT v.id FROM voucher v JOIN stock s
                                ON s.conference_id = v.conference_id AND s.key = 'voucher:' || v.id
                            WHERE v.conference_id = :conference AND v.reserves AND v.held <> '{}'
                              AND (v.ended_at IS NOT NULL OR (v.terms ->> 'valid_until')::date < :today)
                              AND EXISTS (SELECT FROM jsonb_each_text(v.held) h WHERE h.value::int > s.used)
                            LIMIT :limit""")
                            .param("conference", conference.id())
                            .param("today", LocalDate.ofInstant(clock.instant(), conference.timeZone()))
                            .param("limit", limit)
                            .query((row, n) -> new Waiting(conference.id(), row.getObject(1, UUID.class)))
                            .list()
                            .stream())
                    .toList();
        }
    }
}
