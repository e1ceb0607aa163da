package org.plenary.billing.statement;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import org.plenary.communication.Pdfs;
import org.plenary.payments.AccountStatements;
import org.plenary.tenancy.Tenancy;
import org.springframework.stereotype.Component;

/** Statements from the ledger. */
@Component
class LedgerStatements implements AccountStatements {
    private final StatementQueries queries;
    private final Pdfs pdfs;
    private final Clock clock;

    LedgerStatements(StatementQueries queries, Pdfs pdfs, Clock clock) {
        this.queries = queries;
        this.pdfs = pdfs;
        this.clock = clock;
    }

    @Override
    public List<Account> of(Collection<String> references, Days days) {
        return queries.accounts(references, days, Tenancy.require().timeZone());
    }

    @Override
    public byte[] pdf(String about, Collection<String> references, Days days, Locale locale) {
        var zone = Tenancy.require().timeZone();
        var model = new HashMap<String, Object>();
        model.put("about", about);
        model.put("accounts", of(references, days));
        model.put("zone", zone);
        model.put("madeOn", LocalDate.now(clock.withZone(zone)));
        if (days.from() != null) model.put("from", days.from());
        if (days.to() != null) model.put("to", days.to());
        return pdfs.draw("pdf/billing/statement", locale, model);
    }
}
