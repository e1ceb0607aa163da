package org.plenary.registration;

import java.util.List;
import java.util.Map;
import org.plenary.billing.Books;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.Tenant;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has to be true of one tenant's orders, payments and books, whatever happens. Sums are by currency, in minor units. */
public final class MoneyRules {
    /** Orders with what came for them, and what of them is still open. Who pays in one go has nothing open once it is certain. */
    private static final String ORDERS = """
            with came as (
                select subject, sum(amount) as minor from (
                    select p.subject, p.amount from payment p join orders o on o.id = p.subject
                    where p.confirmed and p.status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
                        and not p.id = any (o.refused_payments)
                    union all
                    select subject, amount from desk_payment where voided_at is null) each group by subject),
            standing as (
                select o.*, coalesce(came.minor, 0) as came_minor, first.amount_minor as deposit_minor,
                    coalesce(credit.status = 'granted', false) as on_credit,
                    o.total_minor + o.given_back_minor - o.forgiven_minor - coalesce((
                        select sum(c.due_minor) from order_change c where c.order_id = o.id and c.status = 'applied'), 0)
                        as costs_minor
                from orders o left join came on came.subject = o.id
                left join order_due first on first.order_id = o.id and first.position = 0
                left join order_credit credit on credit.order_id = o.id),
            owing as (
                select s.*, case when deposit_minor is null then 0 else greatest(0, costs_minor - came_minor) end as open_minor
                from standing s)
            """;

    private final Tenant tenant;
    private final JdbcClient jdbc;

    public MoneyRules(Tenant tenant, JdbcClient jdbc) {
        this.tenant = tenant;
        this.jdbc = jdbc;
    }

    /** What must be true at any moment, whoever has just died. */
    public List<String> neverWrong() {
        return rows(ORDERS + """
                select 'a movement does not balance: ' || entry from ledger_entry group by entry
                having sum(debit) <> sum(credit) or count(distinct currency) > 1
                union all
                select 'more went back than came in: ' || p.id from payment p join refund r on r.payment_id = p.id
                where r.status in ('SUCCEEDED', 'SETTLED') or r.status = 'PENDING' and r.provider_id is not null
                group by p.id having sum(r.amount) > p.amount
                union all
                select 'confirmed and not paid: ' || code from standing where status = 'confirmed' and total_minor > 0
                    and not on_credit and came_minor = 0
                union all
                select 'confirmed before its deposit was paid: ' || code from standing
                where status = 'confirmed' and not on_credit and came_minor < least(deposit_minor, costs_minor)
                union all
                select 'over, and something of it is still open: ' || code from owing
                where confirmed_at is not null and status <> 'confirmed' and open_minor > 0
                union all
                select 'documents say another sum than the order: ' || code from orders o
                where confirmed_at is not null and total_minor - returning_minor <> (
                    select coalesce(sum(i.total), 0) from invoice i where i.kind in ('INVOICE', 'CREDIT_NOTE')
                        and (i.subject = o.id or i.subject in (select c.id from order_change c where c.order_id = o.id)))
                union all
                select 'not to be charged to a card: ' || reference || ' ' || amount from payment
                where currency = 'KWD' and amount % 10 <> 0
                union all
                select 'numbers of ' || s.kind || ' have a gap' from invoice_series s
                where s.next - 1 <> (select count(*) from invoice i where i.kind = s.kind and i.conference_id = s.conference_id)
                union all
                select 'below zero: ' || code from orders
                where total_minor < 0 or refunded_minor < 0 or returning_minor < 0 or returning_minor > total_minor
                    or forgiven_minor > returning_minor""");
    }

    /** What must be true when everything has arrived. */
    public List<String> wrongInTheEnd() {
        return rows(ORDERS + """
                select 'paid for more than it costs: ' || code from standing
                where deposit_minor is not null and came_minor > costs_minor
                union all
                select 'paid, and neither confirmed nor given back: ' || p.reference || ' ' || p.status from payment p
                where p.status in ('PAID', 'PARTLY_REFUNDED')
                    and not exists (select 1 from orders o where o.id = p.subject and o.confirmed_at is not null)
                    and not exists (select 1 from order_change c where c.id = p.subject and c.status = 'applied')
                    and not exists (select 1 from refund r where r.payment_id = p.id and r.status = 'FAILED')
                union all
                select 'nobody has looked at a payment of ' || order_id from unmatched_payment where settled_at is null
                union all
                select 'no fee booked: ' || reference from payment where status in ('PAID', 'PARTLY_REFUNDED', 'REFUNDED')
                    and not fee_booked""");
    }

    /** Where everything stands, for whoever has to find out why. */
    public List<String> standing() {
        return rows(ORDERS + """
                select 'order ' || code || ' ' || status || ' ' || currency || ' total ' || total_minor || ' returning '
                    || returning_minor || ' refunded ' || refunded_minor || ' given back ' || given_back_minor || ' forgiven '
                    || forgiven_minor || ' came ' || came_minor || ' open ' || open_minor || ' ' || id from owing
                union all
                select 'payment of ' || subject || ' ' || status || ' ' || amount || ' refunded ' || refunded || ' confirmed '
                    || confirmed || ' ' || coalesce(failure, '') || ' ' || id from payment
                union all
                select 'transfer for ' || subject || ' ' || amount || ' refunded ' || refunded || ' ' || id from desk_payment
                union all
                select 'refund of ' || payment_id || ' ' || status || ' ' || amount || ' ' || reason || ' ' || coalesce(failure, '')
                    || ' ' || key || ' ' || coalesce(provider_id, '') from refund
                union all
                select 'refund by transfer of ' || payment_id || ' ' || amount || ' ' || key from desk_refund
                union all
                select 'document ' || kind || ' of ' || subject || ' ' || total from invoice
                union all
                select 'ledger ' || source || ' ' || key || ' ' || (debit - credit) from ledger_entry
                where account = 'receivables' and source like 'refund%'""");
    }

    /** What the organizer has of the payments. */
    public Map<String, Long> kept() {
        return Tenancy.callAs(tenant, () -> Books.kept(jdbc));
    }

    /**
     * What was paid of what orders still cost, what was transferred of those that are not paid yet, what could not be given back, and what
     * staff have to transfer back.
     */
    public Map<String, Long> expected() {
        return sums(ORDERS + """
                , stuck as (
                    select p.subject, p.currency, r.reason like 'cancel%' as owed, least(r.amount, p.amount - p.refunded) as minor
                    from refund r join payment p on p.id = r.payment_id
                    where r.status = 'FAILED' and r.reason <> 'external'
                        and not exists (select 1 from refund n where n.key = r.key || ':again')
                    union all
                    select p.subject, p.currency, r.reason like 'cancel%', r.amount
                    from desk_refund r join desk_payment p on p.id = r.payment_id where r.handed_at is null),
                owed as (
                    select o.id, coalesce(sum(s.minor), 0) as minor from orders o
                    left join stuck s on s.owed and (s.subject = o.id
                        or s.subject in (select c.id from order_change c where c.order_id = o.id))
                    group by o.id)
                select currency, total_minor - forgiven_minor - open_minor
                    - greatest(returning_minor - forgiven_minor, refunded_minor + owed.minor) as minor
                from owing join owed on owed.id = owing.id where confirmed_at is not null
                union all
                select p.currency, p.amount from desk_payment p join orders o on o.id = p.subject
                where o.status = 'pending' and p.voided_at is null
                union all
                select currency, minor from stuck""");
    }

    /** What the books say of an account. */
    Map<String, Long> booked(String account) {
        return sums("select currency, debit - credit as minor from ledger_entry where account = '" + account + "'");
    }

    private Map<String, Long> sums(String sql) {
        return Tenancy.callAs(tenant, () -> Books.sums(jdbc, sql));
    }

    private List<String> rows(String sql) {
        return Tenancy.callAs(tenant, () -> jdbc.sql(sql).query(String.class).list());
    }
}
