package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.joda.money.CurrencyUnit;
import org.joda.money.IllegalCurrencyException;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The organization's books: all accounts over a period, and each of them line by line. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/books")
class BooksPages {
    private static final int LINES = 100;

    private final LedgerQueries ledger;
    private final DatevExport datev;

    BooksPages(LedgerQueries ledger, DatevExport datev) {
        this.ledger = ledger;
        this.datev = datev;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView balances(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        var period = Period.of(from, to, Tenancy.require().timeZone());
        return page("billing/books", from, to).addObject("balances", ledger.trialBalances(period));
    }

    @GetMapping("/datev")
    @Requires(Permission.BILLING_READ)
    void datev(
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        datev.write(currency(currency), from, to, response);
    }

    @GetMapping("/{account}")
    @Requires(Permission.BILLING_READ)
    ModelAndView statement(
            @PathVariable String account,
            @RequestParam(required = false) @Nullable String currency,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable UUID after) {
        var zone = Tenancy.require().timeZone();
        var statement = ledger.statement(account(account), currency(currency), Period.of(from, to, zone), after, LINES);
        var entries = statement.entries();
        return page("billing/books-account", from, to)
                .addObject("statement", statement)
                .addObject("isFirst", after == null)
                .addObject(
                        "next",
                        entries.size() < LINES ? null : entries.getLast().line().id())
                .addObject("zone", zone);
    }

    private static ModelAndView page(String view, @Nullable String from, @Nullable String to) {
        return new ModelAndView(view)
                .addObject("from", from == null ? "" : from)
                .addObject("to", to == null ? "" : to);
    }

    static LedgerAccount account(String key) {
        return LedgerAccount.of(key).orElseThrow(() -> new Problem.NotFound("This account"));
    }

    static CurrencyUnit currency(@Nullable String code) {
        if (code == null) throw new Problem.InvalidInput("/currency", "required", "This is required.");
        try {
            return CurrencyUnit.of(code);
        } catch (IllegalCurrencyException e) {
            throw new Problem.InvalidInput("/currency", "currency", "There is no such currency.");
        }
    }
}
