package org.plenary.billing.invoice;

import java.util.Map;
import java.util.Optional;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Json;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the bound tenant's documents say of it from now on; those that were issued keep what they said. */
@Component
class Sellers {
    private final JdbcClient jdbc;
    private final Json json;
    private final AuditTrail audit;
    private final ApplicationEventPublisher events;

    Sellers(JdbcClient jdbc, Json json, AuditTrail audit, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.json = json;
        this.audit = audit;
        this.events = events;
    }

    Optional<Seller> current() {
        return jdbc.sql("select details from seller where id = 1")
                .query((row, number) -> json.read(row.getString("details"), Seller.class))
                .optional();
    }

    @Transactional
    public void change(Seller seller) {
        seller.check();
        var before = current();
        jdbc.sql("""
                        insert into seller (id, details) values (1, ?::jsonb)
                        on conflict (id) do update set details = excluded.details""").param(json.write(seller)).update();
        audit.changed(
                "billing.seller-changed",
                seller.name(),
                Map.of(),
                before.isPresent() ? before.get() : Map.of(),
                seller);
        events.publishEvent(new SellerChanged(Tenancy.require().id()));
    }
}
