package org.plenary.billing.statement;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.payments.AccountStatements;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Statements of an order, or of an institution by its name or its address. */
@RestController
@TenantHost
@RequestMapping("/api/v1/billing/statements")
class AccountStatementsApi {
    private final Parties parties;
    private final AccountStatements statements;
    private final StatementMailing mailing;

    AccountStatementsApi(Parties parties, AccountStatements statements, StatementMailing mailing) {
        this.parties = parties;
        this.statements = statements;
        this.mailing = mailing;
    }

    record View(String name, List<String> orders, List<AccountStatements.Account> accounts) {}

    /** @param to null for the address on the newest document */
    record MailIt(
            @Nullable String organization,
            @Nullable String email,
            @Nullable String order,
            @Nullable String from,
            @Nullable String until,
            @Nullable String to) {}

    record Mailed(String to) {}

    @GetMapping
    @Requires(Permission.BILLING_READ)
    View show(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var party = parties.find(new Parties.Who(organization, email, order));
        return new View(
                party.name(),
                party.references(),
                statements.of(party.references(), AccountStatements.Days.of(from, to)));
    }

    @GetMapping(path = "/pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Requires(Permission.BILLING_READ)
    byte[] pdf(
            @RequestParam(required = false) @Nullable String organization,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable String order,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        var party = parties.find(new Parties.Who(organization, email, order));
        return statements.pdf(party.name(), party.references(), AccountStatements.Days.of(from, to), locale);
    }

    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Mailed mail(@RequestBody MailIt body) {
        var who = new Parties.Who(body.organization(), body.email(), body.order());
        return new Mailed(mailing.mail(who, AccountStatements.Days.of(body.from(), body.until()), body.to()));
    }
}
