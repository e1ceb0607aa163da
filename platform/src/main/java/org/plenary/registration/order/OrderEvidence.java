package org.plenary.registration.order;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plenary.payments.DisputeEvidence;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who ordered, which tickets were made of it, and who came with them. */
@Component
class OrderEvidence implements DisputeEvidence {
    private static final int MOST = 100;

    private final JdbcClient jdbc;

    OrderEvidence(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Fact> of(UUID subject) {
        var facts = new ArrayList<Fact>();
        jdbc.sql("select code, contact_name, contact_email, created_at from orders where id = ?")
                .param(subject)
                .query((row, number) -> new Fact(
                        Kind.ORDER,
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getString("code") + ", " + row.getString("contact_name") + ", "
                                + row.getString("contact_email")))
                .list()
                .forEach(facts::add);
        jdbc.sql("""
                        select name, ticket_code, checked_in_at, checked_in_gate from delegate
                        where order_id = ? and ticket_code is not null order by id limit ?""")
                .param(subject)
                .param(MOST)
                .query((row, number) -> {
                    var ticket = row.getString("name") + ", " + row.getString("ticket_code");
                    facts.add(new Fact(Kind.TICKET, null, ticket));
                    var came = row.getObject("checked_in_at", OffsetDateTime.class);
                    if (came != null)
                        facts.add(new Fact(
                                Kind.CHECK_IN, came.toInstant(), at(ticket, row.getString("checked_in_gate"))));
                    return ticket;
                })
                .list();
        return facts;
    }

    private static String at(String ticket, String gate) {
        return gate == null || gate.isBlank() ? ticket : ticket + ", " + gate;
    }
}
