package org.plenary.registration.order;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The orders of groups. */
@Component
public class GroupOrders {
    private final Orders orders;

    GroupOrders(Orders orders) {
        this.orders = orders;
    }

    public record Group(OrderRow order, String organization) {}

    /**
     * The group, when the caller holds a secret of its order or is staff.
     *
     * @throws Problem.NotFound also when the secret is wrong, or the order is no group's
     */
    @Transactional(readOnly = true)
    public Group open(UUID conference, String code, @Nullable String secret, boolean isStaff) {
        return orders.find(conference, code)
                .filter(order -> isStaff || order.opensWith(secret))
                .flatMap(this::group)
                .orElseThrow(() -> new Problem.NotFound("This group"));
    }

    @Transactional(readOnly = true)
    public Optional<Group> find(UUID order) {
        return orders.find(order).flatMap(this::group);
    }

    /** Waits for whoever else changes it. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Group> lock(UUID order) {
        return orders.lock(order).flatMap(this::group);
    }

    private Optional<Group> group(OrderRow order) {
        return Optional.ofNullable(order.organization()).map(organization -> new Group(order, organization));
    }
}
