package org.plenary.billing.statement;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.communication.Mails;
import org.plenary.identity.AuditTrail;
import org.plenary.kernel.Ids;
import org.plenary.kernel.Violations;
import org.plenary.payments.AccountStatements;
import org.plenary.tenancy.OutboundListener;
import org.plenary.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Mails statements to who pays, in their language. */
@Component
class StatementMailing {
    private final Parties parties;
    private final ApplicationEventPublisher events;
    private final AuditTrail audit;
    private final Sending sending;

    StatementMailing(Parties parties, ApplicationEventPublisher events, AuditTrail audit, Sending sending) {
        this.parties = parties;
        this.events = events;
        this.audit = audit;
        this.sending = sending;
    }

    @Component("statementSending")
    record Sending(AccountStatements statements, Mails mails) {}

    /** @param to null for the address on the newest document; @return where it goes */
    @Transactional
    public String mail(Parties.Who who, AccountStatements.Days days, @Nullable String to) {
        var party = parties.find(who);
        var address = to == null || to.isBlank() ? party.email() : to.strip();
        new Violations().email("/to", address).throwIfAny();
        events.publishEvent(new StatementAsked(
                Tenancy.require().id(),
                Ids.next(),
                party.name(),
                party.references(),
                address,
                party.locale().toLanguageTag(),
                days.from(),
                days.to()));
        audit.record("billing.statement-mailed", party.references().getFirst(), Map.of());
        return address;
    }

    @OutboundListener(id = "billing.mail-statement")
    public void on(StatementAsked asked) {
        var locale = Locale.forLanguageTag(asked.language());
        var days = new AccountStatements.Days(asked.from(), asked.until());
        var accounts = sending.statements().of(asked.references(), days);
        sending.mails()
                .send(new Mails.Mail(
                        "statement:" + asked.mail(),
                        asked.to(),
                        "mail/billing/statement",
                        locale,
                        List.of(asked.name()),
                        Map.of("about", asked.name(), "accounts", accounts),
                        List.of(new Mails.Attachment(
                                "statement.pdf",
                                "application/pdf",
                                sending.statements().pdf(asked.name(), asked.references(), days, locale)))));
    }
}
