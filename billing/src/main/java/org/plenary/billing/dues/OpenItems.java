package org.plenary.billing.dues;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.plenary.kernel.TypedTime;
import org.plenary.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The bound tenant's open items. They are what the receivables of the ledger say and nothing else: no second book is kept. What was paid
 * in advance is none of them. A payment covers the oldest invoice of an order first, so what is open is on its newest ones.
 */
@Component
class OpenItems {
    /** Days begin where the invoice says, and else in the organization's zone. */
    private static final String ITEMS = """
            with owed as (
                select reference, currency, sum(debit - credit) as minor, min(booked_at) as since,
                    array_agg(cast(key as uuid)) filter (where source = 'invoice') as documents
                from ledger_entry where account = 'receivables' and reference is not null
                group by reference, currency having sum(debit - credit) > 0),
            billed as (
                select o.reference, o.currency, o.minor, o.since, d.*,
                    coalesce(d.snapshot #>> '{payable,zone}', :zone) as day_zone
                from owed o left join lateral (
                    select i.* from (
                        select v.id as document, v.number, v.subject, v.snapshot, v.due_on, v.issued_at,
                            sum(v.total) over (order by v.issued_at desc, v.id desc) >= o.minor as covers
                        from invoice v where v.id = any (o.documents)) i
                    order by i.covers desc, case when i.covers then i.issued_at end desc, i.issued_at limit 1) d on true),
            dated as (
                select b.*, coalesce(b.due_on, cast(coalesce(b.issued_at, b.since) at time zone b.day_zone as date)) as day,
                    cast(cast(:now as timestamptz) at time zone b.day_zone as date) as today
                from billed b),
            item as (
                select t.reference, t.currency, t.minor, t.document, t.number, t.subject, t.day, t.today - t.day as overdue,
                    t.day_zone, lower(t.snapshot ->> 'prefix') as conference, t.snapshot #>> '{billed_to,name}' as buyer,
                    t.snapshot #>> '{billed_to,organization}' as organization, t.snapshot #>> '{billed_to,email}' as email,
                    replace(coalesce(t.snapshot ->> 'locale', 'en'), '_', '-') as locale, coalesce(n.level, 0) as level, n.sent_at,
                    s.reference is not null as stopped
                from dated t
                left join lateral (
                    select max(level) as level, max(sent_at) as sent_at from dunning_notice where document = t.document) n on true
                left join dunning_stop s on s.reference = t.reference)
            """;

    private static final String WANTED = """
            where (cast(:currency as text) is null or currency = :currency)
                and (:pattern = '' or lower(concat_ws(' ', reference, number, buyer, email)) like :pattern)
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    OpenItems(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What to list; null for all. @param query part of a code, a number, a name or an address */
    record Wanted(
            @Nullable Ageing age,
            @Nullable String currency,
            @Nullable String query) {
        static final Wanted ALL = new Wanted(null, null, null);

        /** @throws Problem.InvalidInput for an age that there is not */
        static Wanted of(@Nullable String age, @Nullable String currency, @Nullable String query) {
            var known = Ageing.named(age).orElse(null);
            if (known == null && age != null && !age.isBlank())
                throw new Problem.InvalidInput("/age", "unknown_status", "There is no such age.");
            var code = currency == null || currency.isBlank() ? null : currency;
            return new Wanted(known, code, query == null || query.isBlank() ? null : query.strip());
        }
    }

    /** @param items how many */
    record Sum(Ageing age, int items, Money amount) {}

    Instant now() {
        return clock.instant();
    }

    /** The longest overdue first. @param after where the page before ended */
    @Transactional(readOnly = true)
    public List<OpenItem> list(Wanted wanted, Instant now, @Nullable String after, int limit) {
        var place = Place.of(after);
        return jdbc.sql(ITEMS + "select * from item " + WANTED + """
                            and overdue >= :first and overdue <= :last and (day, reference) > (:day, :reference)
                        order by day, reference limit :limit""")
                .params(parameters(wanted, now))
                .param(
                        "first",
                        wanted.age() == null ? Integer.MIN_VALUE : wanted.age().first())
                .param(
                        "last",
                        wanted.age() == null ? Integer.MAX_VALUE : wanted.age().last())
                .param("day", place.day())
                .param("reference", place.reference())
                .param("limit", limit)
                .query(OpenItems::item)
                .list();
    }

    /** Sums by age and currency, whatever age is wanted. */
    @Transactional(readOnly = true)
    public List<Sum> sums(Wanted wanted, Instant now) {
        return jdbc.sql(ITEMS + """
                        select currency, age, count(*) as items, sum(minor) as minor from (
                            select currency, minor, case when overdue <= 0 then 'not_due' when overdue <= 30 then 'up_to_30'
                                when overdue <= 60 then 'up_to_60' when overdue <= 90 then 'up_to_90' else 'over_90' end as age
                            from item\s""" + WANTED + ") aged group by currency, age order by currency")
                .params(parameters(wanted, now))
                .query((row, number) -> new Sum(
                        Ageing.named(row.getString("age")).orElseThrow(),
                        row.getInt("items"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("minor"))))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<OpenItem> find(String reference, Instant now) {
        return jdbc.sql(ITEMS + "select * from item where reference = :reference")
                .param("zone", Tenancy.require().timeZone().getId())
                .param("now", Timestamp.from(now))
                .param("reference", reference)
                .query(OpenItems::item)
                .optional();
    }

    private static Map<String, @Nullable Object> parameters(Wanted wanted, Instant now) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("zone", Tenancy.require().timeZone().getId());
        parameters.put("now", Timestamp.from(now));
        parameters.put("currency", wanted.currency());
        parameters.put("pattern", wanted.query() == null ? "" : pattern(wanted.query()));
        return parameters;
    }

    private static String pattern(String query) {
        return "%" + query.toLowerCase(Locale.ROOT).replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    /** Where a page of the list starts. */
    private record Place(LocalDate day, String reference) {
        static final Place FIRST = new Place(LocalDate.EPOCH, "");

        static Place of(@Nullable String cursor) {
            if (cursor == null || cursor.isBlank()) return FIRST;
            var parts = cursor.split("\\|", 2);
            try {
                return new Place(TypedTime.day(parts[0]), parts.length < 2 ? "" : parts[1]);
            } catch (DateTimeException e) {
                throw new Problem.InvalidInput("/after", "cursor", "This is no place in the list.");
            }
        }
    }

    private static OpenItem item(ResultSet row, int number) throws SQLException {
        var sent = row.getObject("sent_at", OffsetDateTime.class);
        var buyer = row.getString("buyer");
        var email = row.getString("email");
        return new OpenItem(
                row.getString("reference"),
                row.getString("conference"),
                buyer == null ? "" : buyer,
                row.getString("organization"),
                email == null ? "" : email,
                row.getObject("document", UUID.class),
                row.getString("number"),
                Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("minor")),
                row.getObject("day", LocalDate.class),
                row.getInt("overdue"),
                new OpenItem.Reminded(
                        row.getInt("level"), sent == null ? null : sent.toInstant(), row.getBoolean("stopped")),
                new OpenItem.Billed(
                        row.getObject("subject", UUID.class),
                        Locale.forLanguageTag(row.getString("locale")),
                        ZoneId.of(row.getString("day_zone"))));
    }
}
