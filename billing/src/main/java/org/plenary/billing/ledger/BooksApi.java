package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The books for programs. Days are those of the organization's time zone, the last one included. */
@RestController
@TenantHost
@RequestMapping("/api/v1/billing")
class BooksApi {
    private final LedgerQueries ledger;
    private final DatevExport datev;

    BooksApi(LedgerQueries ledger, DatevExport datev) {
        this.ledger = ledger;
        this.datev = datev;
    }

    /** All accounts in one currency; debits and credits are equal. */
    record BalanceView(String currency, Money debits, Money credits, List<AccountView> accounts) {
        static BalanceView of(TrialBalance balance) {
            return new BalanceView(
                    balance.currency().getCode(),
                    balance.debits(),
                    balance.credits(),
                    balance.rows().stream().map(AccountView::of).toList());
        }
    }

    /** @param opening on the side on which an account of this kind grows; negative on the other */
    record AccountView(String account, String kind, Money opening, Money debits, Money credits, Money closing) {
        static AccountView of(TrialBalance.Row row) {
            return new AccountView(
                    row.account().key(),
                    row.account().kind().wire(),
                    row.opening(),
                    row.debits(),
                    row.credits(),
                    row.closing());
        }
    }

    @GetMapping("/trial-balance")
    @Requires(Permission.BILLING_READ)
    List<BalanceView> balances(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return ledger.trialBalances(Period.of(from, to, Tenancy.require().timeZone())).stream()
                .map(BalanceView::of)
                .toList();
    }

    /** The lines of one account in one currency, by pages, each with the balance after it. */
    @GetMapping("/accounts/{account}")
    @Requires(Permission.BILLING_READ)
    Page<Statement.Entry> statement(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable Integer limit,
            @RequestParam(required = false) @Nullable String after) {
        var size = Page.limit(limit);
        var entries = ledger.statement(
                        BooksPages.account(account),
                        BooksPages.currency(currency),
                        Period.of(from, to, Tenancy.require().timeZone()),
                        LedgerApi.cursor(after),
                        size + 1)
                .entries();
        return Page.of(entries, size, entry -> entry.line().id().toString());
    }

    /** The movements of a period in one currency as a DATEV booking batch. */
    @GetMapping("/datev")
    @Requires(Permission.BILLING_READ)
    void datev(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        datev.write(BooksPages.currency(currency), from, to, response);
    }
}
