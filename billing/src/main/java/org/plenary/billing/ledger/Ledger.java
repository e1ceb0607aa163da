package org.plenary.billing.ledger;

import java.sql.Timestamp;
import org.plenary.kernel.Ids;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The bound tenant's books. Lines are added and never changed. */
@Component
public class Ledger {
    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);

    private final JdbcClient jdbc;
    private final ObjectProvider<LedgerWatch> watches;

    Ledger(JdbcClient jdbc, ObjectProvider<LedgerWatch> watches) {
        this.jdbc = jdbc;
        this.watches = watches;
    }

    /** Writes the movement in the caller's transaction, unless it is there already. */
    public void post(Movement movement) {
        var entry = Ids.next();
        var number = 0;
        for (var line : movement.lines()) {
            var written = jdbc.sql("""
                            insert into ledger_entry
                                (id, entry, source, key, line, account, debit, credit, currency, subject, reference, booked_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            on conflict (source, key, line) do nothing""")
                    .param(Ids.next())
                    .param(entry)
                    .param(movement.source())
                    .param(movement.key())
                    .param(number++)
                    .param(line.account().key())
                    .param(line.debit())
                    .param(line.credit())
                    .param(movement.currency().getCode())
                    .param(movement.subject())
                    .param(movement.reference())
                    .param(Timestamp.from(movement.at()))
                    .update();
            if (written == 0) {
                LOG.debug("{} {} is in the books already", movement.source(), movement.key());
                return;
            }
        }
        watches.orderedStream().forEach(watch -> watch.posted(movement));
    }
}
