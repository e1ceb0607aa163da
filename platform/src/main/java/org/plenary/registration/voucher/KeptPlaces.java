package org.plenary.registration.voucher;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
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
        var wanted = new TreeMap<String, Integer>();
        var fee = Fee.stockKey(voucher.terms().fees().getFirst());
        wanted.put(fee, voucher.uses());
        quotas.of(conference).keysFor(fee).forEach(key -> wanted.put(key, voucher.uses()));
        return wanted;
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
