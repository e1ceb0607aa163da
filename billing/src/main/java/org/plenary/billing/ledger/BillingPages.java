package org.plenary.billing.ledger;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.Locale;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.billing.checkout.PaymentRow;
import org.plenary.billing.checkout.PaymentRows;
import org.plenary.billing.connect.ConnectedAccounts;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.payments.PaymentStatus;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What an organizer sees of the organization's money. */
@Controller
@TenantHost
class BillingPages {
    private static final int LATEST = 20;

    private final ConnectedAccounts accounts;
    private final LedgerQueries ledger;
    private final LedgerExport export;
    private final PaymentRows payments;
    private final IncomeChart chart;

    BillingPages(
            ConnectedAccounts accounts,
            LedgerQueries ledger,
            LedgerExport export,
            PaymentRows payments,
            IncomeChart chart) {
        this.chart = chart;
        this.accounts = accounts;
        this.ledger = ledger;
        this.export = export;
        this.payments = payments;
    }

    record PaymentLine(
            String reference,
            Money amount,
            Money refunded,
            String state,
            @Nullable String paidWith,
            Instant startedAt) {
        static PaymentLine of(PaymentRow row) {
            return new PaymentLine(
                    row.reference(),
                    row.amount(),
                    row.refunded(),
                    stateOf(row.status()),
                    row.paidWith(),
                    row.createdAt());
        }

        /** The names that badges know. */
        private static String stateOf(PaymentStatus status) {
            return switch (status) {
                case OPEN -> "open";
                case PROCESSING -> "running";
                case PAID -> "paid";
                case PARTLY_REFUNDED -> "partially_refunded";
                case REFUNDED -> "refunded";
                case FAILED -> "failed";
                case CLOSED -> "closed";
            };
        }
    }

    @GetMapping("/manage/billing")
    @Requires(Permission.BILLING_READ)
    String overview(Model model, Locale locale) {
        var tenant = Tenancy.require();
        model.addAttribute("plan", tenant.plan());
        model.addAttribute("account", accounts.of(tenant.id()).orElse(null));
        model.addAttribute("sums", ledger.sums());
        model.addAttribute(
                "payments",
                payments.latest(LATEST).stream().map(PaymentLine::of).toList());
        model.addAttribute("zone", tenant.timeZone());
        model.addAttribute("income", chart.draw(tenant.timeZone(), locale));
        return "billing/overview";
    }

    @GetMapping("/manage/billing/ledger.xlsx")
    @Requires(Permission.BILLING_READ)
    void spreadsheet(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        export.writeXlsx(Period.of(from, to, Tenancy.require().timeZone()), response);
    }

    @GetMapping("/manage/billing/ledger.csv")
    @Requires(Permission.BILLING_READ)
    void export(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        export.write(Period.of(from, to, Tenancy.require().timeZone()), response);
    }
}
