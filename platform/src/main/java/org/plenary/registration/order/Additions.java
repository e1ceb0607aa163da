package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Secrets;
import org.plenary.registration.AdditionRule;
import org.plenary.registration.CartPart;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/**
 * Orders rooms and tours later, for somebody who is registered: an order of its own, paid and cancelled alone, which knows the one
 * that it was added to.
 */
@Component
class Additions {
    private final JdbcClient jdbc;
    private final Orders orders;
    private final Ordering ordering;
    private final Others others;
    private final RegisteredFees fees;

    Additions(JdbcClient jdbc, Orders orders, Ordering ordering, Others others, RegisteredFees fees) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.ordering = ordering;
        this.others = others;
        this.fees = fees;
    }

    /** Staff, who add things too, and modules above, who may have something against it. */
    @Component
    record Others(DeskOrdering desk, ObjectProvider<AdditionRule> rules) {}

    record Added(UUID id, String code, OrderStatus status, Money total) {}

    /** @param parts the sellers' wishes by their names */
    static PlaceOrder cart(OrderRow to, Map<String, JsonNode> parts) {
        return new PlaceOrder(
                to.contact(),
                List.of(),
                parts,
                null,
                to.locale().toLanguageTag(),
                null,
                null,
                to.total().getCurrencyUnit().getCode(),
                null);
    }

    /**
     * @throws Problem.InvalidInput naming everything that is wrong
     * @throws Problem.Conflict {@code pay_first} while the order is not certain, {@code nothing_chosen}, and as {@link Ordering#place} does
     */
    @Transactional
    public Ordering.Placed add(ConferenceView conference, OrderRow to, Map<String, JsonNode> parts) {
        requireSomething(to, parts);
        others.rules().orderedStream().forEach(rule -> rule.check(conference, to.id(), parts));
        var placed = ordering.placeLater(conference, cart(to, parts), fees.of(conference.id(), to.id()));
        hang(placed.order(), to.id());
        return placed;
    }

    /**
     * The fees of those who are registered by an order, and the categories of these; none without an order.
     *
     * @throws Problem.Conflict {@code pay_first} while the order is not certain, or no longer
     */
    Set<String> registered(ConferenceView conference, @Nullable UUID order) {
        if (order == null) return Set.of();
        var isCertain = orders.find(order)
                .filter(found -> found.conference().equals(conference.id()))
                .filter(found -> found.status() == OrderStatus.CONFIRMED)
                .isPresent();
        if (!isCertain) throw payFirst();
        return fees.of(conference.id(), order);
    }

    /** The cart of somebody who is to wait for it; refused as {@link #add} would. */
    static PlaceOrder awaited(OrderRow to, Map<String, JsonNode> parts) {
        requireSomething(to, parts);
        return cart(to, parts);
    }

    /** Whom something is added for. */
    CartPart.Buyers buyers(ConferenceView conference, OrderRow to, boolean byStaff) {
        return new CartPart.Buyers(fees.of(conference.id(), to.id()), byStaff);
    }

    /** What it costs so far. */
    Quote preview(ConferenceView conference, OrderRow to, Map<String, JsonNode> parts, Locale locale, boolean byStaff) {
        var registered = fees.of(conference.id(), to.id());
        return ordering.previewLater(conference, cart(to, parts), locale, registered, byStaff);
    }

    /**
     * As {@link #add}, for somebody whom staff help: after the cut-off, too. Who ordered gets a mail with the way to pay.
     *
     * @param id of the order to be; the form carries it, so that sent twice it is one order
     * @return the code of the new order
     */
    @Transactional
    public String addByStaff(ConferenceView conference, OrderRow to, Map<String, JsonNode> parts, UUID id) {
        requireSomething(to, parts);
        var entry = new DeskOrdering.Entry(id, Source.ON_SITE, null, true);
        var code = others.desk().place(conference, cart(to, parts), entry);
        hang(orders.find(conference.id(), code).orElseThrow().id(), to.id());
        return code;
    }

    private static void requireSomething(OrderRow to, Map<String, JsonNode> parts) {
        if (to.status() != OrderStatus.CONFIRMED) throw payFirst();
        if (parts.values().stream().allMatch(JsonNode::isEmpty))
            throw new Problem.Conflict("nothing_chosen", "Nothing was chosen to be added.");
    }

    private static Problem.Conflict payFirst() {
        return new Problem.Conflict("pay_first", "What costs something can be changed once the order is paid.");
    }

    /** @param to an order that it belongs to from now on */
    void hang(UUID order, UUID to) {
        jdbc.sql("UPDATE orders SET added_to = :first WHERE id = :id")
                .param("first", first(to))
                .param("id", order)
                .update();
    }

    /** All additions hang on the order that they began with. */
    private UUID first(UUID order) {
        return firstOf(order).map(Added::id).orElse(order);
    }

    /** What was added to an order, in the order in which it was. */
    @Transactional(readOnly = true)
    public List<Added> of(UUID order) {
        return list("SELECT * FROM orders WHERE added_to = :order ORDER BY id", order);
    }

    /** The other orders that belong together with this one and have not ended. */
    @Transactional(readOnly = true)
    public List<Added> standing(OrderRow order) {
        var all = new ArrayList<>(of(first(order.id())));
        firstOf(order.id()).ifPresent(all::add);
        return all.stream()
                .filter(each -> !each.id().equals(order.id()) && each.status().isLive())
                .toList();
    }

    /** The order that this one was added to. */
    @Transactional(readOnly = true)
    public Optional<Added> firstOf(UUID order) {
        return list("SELECT f.* FROM orders o JOIN orders f ON f.id = o.added_to WHERE o.id = :order", order).stream()
                .findFirst();
    }

    private List<Added> list(String sql, UUID order) {
        return jdbc.sql(sql)
                .param("order", order)
                .query((row, n) -> new Added(
                        row.getObject("id", UUID.class),
                        row.getString("code"),
                        OrderStatus.of(row.getString("status")),
                        Money.ofMinor(CurrencyUnit.of(row.getString("currency")), row.getLong("total_minor"))))
                .list();
    }

    /**
     * Whoever opened one of these orders opens the others, too.
     *
     * @return a fresh secret of the other one
     * @throws Problem.NotFound for an order that does not belong to this one
     */
    @Transactional
    public String open(OrderRow order, String code) {
        var first = firstOf(order.id());
        @Nullable
        UUID wanted = of(first(order.id())).stream()
                .filter(added -> added.code().equals(code))
                .map(Added::id)
                .findFirst()
                .orElse(first.filter(f -> f.code().equals(code)).map(Added::id).orElse(null));
        if (wanted == null) throw new Problem.NotFound("This order");
        var secret = Ids.secret();
        orders.addSecret(wanted, Secrets.hash(secret));
        return secret;
    }
}
