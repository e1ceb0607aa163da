package org.plenary.billing.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.plenary.tenancy.SchemaSums;
import org.springframework.stereotype.Component;

/** The turnover of each account of the ledger: whatever is copied or upgraded, no money comes or goes by it. */
@Component
class LedgerSums implements SchemaSums {
    @Override
    public Map<String, String> of(Connection connection) throws SQLException {
        var sums = new TreeMap<String, String>();
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("""
                        select account, currency, sum(debit), sum(credit), count(*) from ledger_entry
                        group by account, currency""")) {
            while (rows.next())
                sums.put(
                        "ledger." + rows.getString(1) + "." + rows.getString(2),
                        rows.getString(3) + "/" + rows.getString(4) + "/" + rows.getString(5));
        }
        return sums;
    }
}
