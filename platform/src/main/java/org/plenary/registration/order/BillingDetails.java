package org.plenary.registration.order;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What documents say of who ordered: changed by the buyer or by staff, and said by every document that is issued from then on. */
@Component
class BillingDetails {
    private final JdbcClient jdbc;
    private final Orders orders;
    private final AuditTrail audit;

    BillingDetails(JdbcClient jdbc, Orders orders, AuditTrail audit) {
        this.jdbc = jdbc;
        this.orders = orders;
        this.audit = audit;
    }

    /** The values of an order's columns for it. */
    static Map<String, @Nullable Object> columns(Contact contact) {
        var address = contact.address();
        var columns = new HashMap<String, @Nullable Object>();
        columns.put("organization", contact.organization());
        columns.put("street", address == null ? null : address.street());
        columns.put("postalCode", address == null ? null : address.postalCode());
        columns.put("city", address == null ? null : address.city());
        columns.put("region", address == null ? null : address.region());
        columns.put("purchaseOrder", contact.purchaseOrder());
        return columns;
    }

    /**
     * @param said only what documents say of it counts
     * @param pointer of the input that it came in
     * @throws Problem.Conflict {@code order_ended}: nothing will be issued for it any more
     */
    @Transactional
    public void change(UUID id, Contact said, String pointer, boolean byStaff) {
        var found = new Violations();
        said.checkBilling(pointer, found);
        found.throwIfAny();
        var order = orders.lock(id).orElseThrow(() -> new Problem.NotFound("This order"));
        if (!order.status().isLive()) throw new Problem.Conflict("order_ended", "This order has ended.");
        jdbc.sql("""
                UPDATE orders SET contact_organization = :organization, contact_street = :street,
                    contact_postal_code = :postalCode, contact_city = :city, contact_region = :region,
                    purchase_order = :purchaseOrder, version = version + 1
                WHERE id = :id""").params(columns(said)).param("id", id).update();
        if (byStaff) audit.record("order.billing-changed", order.code(), Map.of());
    }
}
