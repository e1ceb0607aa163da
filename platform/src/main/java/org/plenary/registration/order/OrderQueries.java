package org.plenary.registration.order;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Conditions;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Page;
import org.plenary.payments.Invoices;
import org.plenary.payments.Payments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads orders for those who may see them. */
@Component
class OrderQueries {
    private static final int LONGEST_QUERY = 100;

    private final JdbcClient jdbc;
    private final Orders orders;
    private final OrderLines lines;
    private final PriceChanges prices;
    private final Billed billed;

    OrderQueries(JdbcClient jdbc, Orders orders, OrderLines lines, PriceChanges prices, Billed billed) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.lines = lines;
        this.prices = prices;
        this.billed = billed;
    }

    /** What was paid for orders, and the documents over it. */
    @Component
    record Billed(
            OrderChanges changes, Payments payments, Invoices invoices, Balances balances, OrderCredits credits) {}

    record Listed(
            UUID id,
            String code,
            OrderStatus status,
            String contactName,
            String contactEmail,
            int delegates,
            Money total,
            Instant createdAt,
            @Nullable String organization,
            int missingNames) {}

    /** All orders of groups, or those in which names are missing. */
    static final List<String> GROUPS = List.of("all", "missing");

    /** Orders whose buyers ask to pay by invoice, or all that are paid in parts or later. */
    static final List<String> PAYING = List.of("asked", "later");

    /**
     * What to list; null for all.
     *
     * @param query part of a code, a name or an address
     * @param groups one of {@link #GROUPS}
     * @param paying one of {@link #PAYING}
     */
    record Wanted(
            @Nullable OrderStatus status,
            @Nullable String query,
            @Nullable String groups,
            @Nullable String paying) {}

    static Wanted wanted(
            @Nullable String status, @Nullable String query, @Nullable String groups, @Nullable String paying) {
        return new Wanted(status(status), query, oneOf(GROUPS, groups, "/groups"), oneOf(PAYING, paying, "/paying"));
    }

    private static @Nullable String oneOf(List<String> known, @Nullable String asked, String pointer) {
        if (asked == null || asked.isBlank()) return null;
        if (!known.contains(asked))
            throw new Problem.InvalidInput(pointer, "unknown_status", "Choose " + String.join(" or ", known) + ".");
        return asked;
    }

    /**
     * The order, when the caller holds a secret of it or is staff.
     *
     * @throws Problem.NotFound also when the secret is wrong: that there is such an order is told to nobody
     */
    @Transactional(readOnly = true)
    public OrderRow open(UUID conference, String code, @Nullable String secret, boolean isStaff) {
        return orders.find(conference, code)
                .filter(order -> isStaff || order.opensWith(secret))
                .orElseThrow(() -> new Problem.NotFound("This order"));
    }

    @Transactional(readOnly = true)
    public OrderView view(UUID id) {
        return view(orders.find(id).orElseThrow(() -> new Problem.NotFound("This order")));
    }

    @Transactional(readOnly = true)
    public OrderView view(OrderRow order) {
        var subjects = paidFor(order.id());
        var balance = order.status().isLive() ? billed.balances().of(order).orElse(null) : null;
        return new OrderView(
                order.code(),
                null,
                order.status(),
                order.contact(),
                order.locale().toLanguageTag(),
                order.total(),
                order.refunded(),
                lines.of(order).stream()
                        .map(l -> new OrderView.Line(
                                l.id(),
                                l.kind(),
                                l.description(),
                                l.quantity(),
                                l.unitPrice(),
                                l.total(),
                                l.taxRate(),
                                l.taxNote(),
                                l.delegate(),
                                l.listed(),
                                l.isCancelled(),
                                l.isReplaced()))
                        .toList(),
                delegates(order.id()),
                billed.invoices().of(subjects).stream()
                        .map(d -> new OrderView.DocumentOfOrder(
                                d.id(),
                                d.kind(),
                                d.number(),
                                d.total(),
                                d.issuedAt(),
                                d.electronic(),
                                d.dueOn(),
                                d.amends()))
                        .toList(),
                billed.payments().of(subjects).stream()
                        .map(p -> new OrderView.PaymentOfOrder(
                                p.status(), p.amount(), p.refunded(), p.paidWith(), p.failure(), p.createdAt()))
                        .toList(),
                prices.of(order.id()).stream().map(OrderView.PriceOfOrder::of).toList(),
                balance,
                // who paid at once is not asked about an invoice any more
                order.status() == OrderStatus.CONFIRMED && balance == null
                        ? null
                        : billed.credits().find(order.id()).orElse(null),
                order.createdAt(),
                order.expiresAt(),
                order.confirmedAt(),
                order.endedAt(),
                null);
    }

    /** The documents of an order and of its changes. */
    List<Invoices.Document> documents(UUID order) {
        return billed.invoices().of(paidFor(order));
    }

    /** What payments are for: the order, and its changes that cost something. */
    private List<UUID> paidFor(UUID order) {
        return Stream.concat(
                        Stream.of(order), billed.changes().of(order).stream().map(OrderChange::id))
                .toList();
    }

    @Transactional(readOnly = true)
    public Origins.Origin origin(UUID order) {
        return Origins.of(jdbc, order);
    }

    List<OrderView.DelegateOfOrder> delegates(UUID order) {
        return jdbc.sql("""
                SELECT id, name, email, country, fee_key, status, ticket_code FROM delegate
                WHERE order_id = :order ORDER BY position""")
                .param("order", order)
                .query((row, n) -> new OrderView.DelegateOfOrder(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        row.getString(3),
                        row.getString(4),
                        row.getString(5),
                        row.getString(6),
                        row.getString(7)))
                .list();
    }

    /** What was ordered under an address, the newest first. */
    @Transactional(readOnly = true)
    public List<OrderRow> ofContact(UUID conference, String email) {
        return jdbc.sql("""
                SELECT * FROM orders WHERE conference_id = :conference AND lower(contact_email) = lower(:email)
                ORDER BY id DESC LIMIT 20""")
                .param("conference", conference)
                .param("email", email)
                .query(OrderRow::of)
                .list();
    }

    private static String paying(String wanted) {
        return switch (wanted) {
            case "later" -> "EXISTS (SELECT FROM order_due p WHERE p.order_id = o.id)";
            case "asked" -> """
                    status = 'pending' AND EXISTS (
                        SELECT FROM order_credit p WHERE p.order_id = o.id AND p.status = 'asked')""";
            default -> "false";
        };
    }

    @Transactional(readOnly = true)
    public Page<Listed> page(UUID conference, Wanted wanted, int limit, @Nullable UUID after) {
        var query = wanted.query();
        var pattern = query == null || query.isBlank() ? null : pattern(query);
        var status = wanted.status();
        var narrowed = new Conditions("WHERE conference_id = :conference")
                .with("conference", conference)
                .and("status = :status", "status", status == null ? null : status.wire())
                .and("""
                        lower(code) LIKE :pattern OR lower(contact_name) LIKE :pattern
                        OR lower(contact_email) LIKE :pattern OR lower(organization) LIKE :pattern""", "pattern", pattern)
                .and("id < :after", "after", after);
        if (wanted.groups() != null)
            narrowed.and("organization IS NOT NULL").and(wanted.groups().equals("all") ? "true" : "d.missing > 0");
        if (wanted.paying() != null) narrowed.and(paying(wanted.paying()));
        var rows = jdbc.sql("""
                SELECT o.*, d.delegates, d.missing FROM orders o, LATERAL (
                    SELECT count(*) AS delegates,
                        count(*) FILTER (WHERE name = '' AND status IN ('pending', 'confirmed')) AS missing
                    FROM delegate d WHERE d.order_id = o.id) AS d
                """ + narrowed.limited("id DESC", limit + 1))
                .params(narrowed.values())
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        OrderStatus.of(row.getString("status")),
                        row.getString("contact_name"),
                        row.getString("contact_email"),
                        row.getInt("delegates"),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total_minor")),
                        row.getTimestamp("created_at").toInstant(),
                        row.getString("organization"),
                        row.getInt("missing")))
                .list();
        return Page.of(rows, limit, row -> row.id().toString());
    }

    private static String pattern(String query) {
        var text = query.strip().toLowerCase(Locale.ROOT);
        var cut = text.length() > LONGEST_QUERY ? text.substring(0, LONGEST_QUERY) : text;
        return "%" + cut.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    static @Nullable UUID cursor(@Nullable String after) {
        if (after == null) return null;
        try {
            return UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw new Problem.InvalidInput("/after", "cursor", "This is not a cursor of this list.");
        }
    }

    static @Nullable OrderStatus status(@Nullable String wire) {
        if (wire == null || wire.isBlank()) return null;
        for (var status : OrderStatus.values()) if (status.wire().equals(wire)) return status;
        throw new Problem.InvalidInput("/status", "unknown_status", "There is no such status.");
    }
}
