package org.plenary.billing.reconcile;

import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Where Stripe and the books say different things, and what to do about it. */
@Controller
@TenantHost
@RequestMapping("/manage/billing/reconciliation")
class ReconciliationPages {
    private static final String HERE = "redirect:/manage/billing/reconciliation";
    private static final int MOST = 200;

    private final Differences differences;
    private final BalanceRows rows;
    private final BalanceCheck check;
    private final PageErrors errors;

    ReconciliationPages(Differences differences, BalanceRows rows, BalanceCheck check, PageErrors errors) {
        this.differences = differences;
        this.rows = rows;
        this.check = check;
        this.errors = errors;
    }

    @GetMapping
    @Requires(Permission.BILLING_READ)
    ModelAndView show() {
        var readings = rows.readings();
        return new ModelAndView("billing/reconciliation")
                .addObject("differences", differences.list(MOST))
                .addObject("most", MOST)
                .addObject("balances", differences.balances())
                .addObject("reading", readings.isEmpty() ? null : readings.getFirst())
                .addObject("choices", BalanceCheck.choices())
                .addObject("zone", Tenancy.require().timeZone());
    }

    @PostMapping
    @Requires(Permission.BILLING_WRITE)
    String ask() {
        check.ask();
        return HERE;
    }

    @PostMapping("/{source}")
    @Requires(Permission.BILLING_WRITE)
    ModelAndView book(
            @PathVariable String source,
            @RequestParam(required = false) @Nullable String account,
            @RequestParam(required = false) @Nullable String note) {
        try {
            check.book(source, account, note);
        } catch (Problem.InvalidInput e) {
            var page = show();
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page.addObject("wrong", source)
                    .addObject("account", account)
                    .addObject("note", note)
                    .addObject("fieldErrors", errors.of(e, LocaleContextHolder.getLocale()));
        }
        return new ModelAndView(HERE);
    }
}
