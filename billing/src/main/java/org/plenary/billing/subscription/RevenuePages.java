package org.plenary.billing.subscription;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.CsvCell;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The operator's view of what organizations pay for their plans. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
class RevenuePages {
    private static final int MONTHS = 12;
    private static final int OVERDUE = 100;

    private final RevenueQueries revenue;
    private final OverdueBills overdue;
    private final Clock clock;

    RevenuePages(RevenueQueries revenue, OverdueBills overdue, Clock clock) {
        this.revenue = revenue;
        this.overdue = overdue;
        this.clock = clock;
    }

    @GetMapping("/operator/revenue")
    String show(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Model model) {
        var last = month("to", to, YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        var first = month("from", from, last.minusMonths(MONTHS - 1));
        var rows = revenue.paid(first, last);
        model.addAttribute("revenue", rows);
        model.addAttribute("sums", sums(rows));
        model.addAttribute("overdue", overdue.first(OVERDUE));
        model.addAttribute("from", first.toString());
        model.addAttribute("to", last.toString());
        return "billing/revenue";
    }

    @GetMapping("/operator/revenue.csv")
    void export(
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            HttpServletResponse response)
            throws IOException {
        var last = month("to", to, YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        var first = month("from", from, last.minusMonths(MONTHS - 1));
        response.setContentType("text/csv;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"revenue.csv\"");
        var out = response.getWriter();
        out.write(CsvCell.line(List.of("month", "slug", "name", "invoices", "paid", "currency")));
        for (var row : revenue.paid(first, last))
            out.write(CsvCell.line(List.of(
                    row.month().toString(),
                    row.slug(),
                    row.name(),
                    String.valueOf(row.invoices()),
                    row.paid().getAmount().toPlainString(),
                    row.paid().getCurrencyUnit().getCode())));
    }

    private static Map<String, Money> sums(List<RevenueQueries.Row> rows) {
        var sums = new TreeMap<String, Money>();
        for (var row : rows) sums.merge(row.paid().getCurrencyUnit().getCode(), row.paid(), Money::plus);
        return sums;
    }

    private static YearMonth month(String name, @Nullable String text, YearMonth otherwise) {
        if (text == null || text.isBlank()) return otherwise;
        try {
            return YearMonth.parse(text.strip());
        } catch (DateTimeException e) {
            throw new Problem.InvalidInput("/" + name, "month", "A month is written like 2026-11.");
        }
    }
}
