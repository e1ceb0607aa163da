package org.plenary.registration.order;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.joda.money.Money;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.payments.CardAmounts;
import org.plenary.registration.payway.Instalment;
import org.plenary.registration.payway.SettingWays;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets orders be paid in the parts that the organizer has set: the first makes them certain. */
@Component
class Instalments {
    private final Orders orders;
    private final OrderDues dues;
    private final SettingWays ways;

    Instalments(Orders orders, OrderDues dues, SettingWays ways) {
        this.orders = orders;
        this.dues = dues;
        this.ways = ways;
    }

    /**
     * Its price is kept from now on. A second time changes nothing.
     *
     * @throws Problem.Conflict {@code instalments_not_offered}
     */
    @Transactional
    public void choose(ConferenceView conference, UUID id) {
        if (!agree(conference, id))
            throw new Problem.Conflict("instalments_not_offered", "This order cannot be paid in parts.");
    }

    /** As {@link #choose}, where everybody pays so; an order that cannot be is paid in one go. */
    @Transactional
    public void chooseIfPossible(ConferenceView conference, UUID id) {
        agree(conference, id);
    }

    /** The parts of an amount; empty when it is paid in one go. */
    List<OrderDues.Due> parts(ConferenceView conference, UUID id, Money total) {
        var today = ways.today(conference);
        var plan = ways.of(conference.id()).plan(today);
        if (plan.size() < 2) return List.of();
        var shares = CardAmounts.shares(
                total, plan.stream().map(Instalment.Planned::percent).toList());
        if (!shares.getFirst().isPositive()) return List.of();
        var parts = new ArrayList<OrderDues.Due>();
        for (var i = 0; i < plan.size(); i++) {
            var dueOn = plan.get(i).dueOn();
            if (shares.get(i).isPositive())
                parts.add(new OrderDues.Due(id, i, shares.get(i), dueOn == null ? today : dueOn));
        }
        return parts.size() < 2 ? List.of() : parts;
    }

    private boolean agree(ConferenceView conference, UUID id) {
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (order.status() != OrderStatus.PENDING || order.isFree()) return false;
        if (!dues.of(id).isEmpty()) return true;
        var parts = parts(conference, id, order.total());
        if (parts.isEmpty()) return false;
        dues.agree(id, parts);
        orders.keepPrice(id);
        return true;
    }
}
