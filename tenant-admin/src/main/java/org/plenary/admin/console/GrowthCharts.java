package org.plenary.admin.console;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.admin.vitals.Growth;
import org.plenary.admin.vitals.VitalRows;
import org.plenary.billing.Revenue;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.ChartFigures;
import org.plenary.kernel.web.ChartFigures.Series;
import org.plenary.kernel.web.ChartTable;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** How the platform has grown in a year, and what it earned. */
@Component
class GrowthCharts {
    private final VitalRows vitals;
    private final Revenue revenue;
    private final Written written;
    private final Clock clock;

    GrowthCharts(VitalRows vitals, Revenue revenue, Written written, Clock clock) {
        this.vitals = vitals;
        this.revenue = revenue;
        this.written = written;
        this.clock = clock;
    }

    /** How figures become texts. */
    @Component("growthChartsWritten")
    record Written(Json json, Formats formats, MessageSource messages) {
        String text(String key, Locale locale, Object... arguments) {
            return messages.getMessage("admin.console." + key, arguments, locale);
        }
    }

    /** @param figures for the script that draws them; @param table the same for people */
    record Panel(String id, String heading, String figures, ChartTable table, String kind) {}

    List<Panel> draw(Locale locale) {
        var last = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        var months = IntStream.range(0, Growth.MONTHS)
                .mapToObj(ago -> last.minusMonths(Growth.MONTHS - 1L - ago))
                .toList();
        var growth = vitals.growth(months.getFirst());
        var panels = new ArrayList<Panel>();
        panels.add(counted(
                "organizations",
                months,
                List.of(
                        series("signups", growth, Growth.SIGNUPS, months, locale),
                        series("organizations", growth, Growth.ORGANIZATIONS, months, locale)),
                locale));
        panels.addAll(earned(months, locale));
        panels.add(counted(
                "delegates", months, List.of(series("delegates", growth, Growth.DELEGATES, months, locale)), locale));
        panels.add(counted(
                "conferences",
                months,
                List.of(series("conferences", growth, Growth.CONFERENCES, months, locale)),
                locale));
        return panels;
    }

    private Series series(String name, Growth growth, String kind, List<YearMonth> months, Locale locale) {
        return new Series(
                written.text("series-" + name, locale),
                months.stream().map(month -> growth.in(month, kind)).toList());
    }

    private Panel counted(String id, List<YearMonth> months, List<Series> series, Locale locale) {
        var figures = new ChartFigures(names(months), series, null);
        return panel(
                id,
                written.text("chart-" + id, locale),
                figures,
                figures.asTable(written.text("month", locale), written.formats()::number));
    }

    private List<Panel> earned(List<YearMonth> months, Locale locale) {
        var byCurrency = new LinkedHashMap<CurrencyUnit, LinkedHashMap<YearMonth, Money>>();
        for (var each : revenue.byMonth(months.getFirst(), months.getLast()))
            byCurrency
                    .computeIfAbsent(each.paid().getCurrencyUnit(), currency -> new LinkedHashMap<>())
                    .put(each.month(), each.paid());
        var panels = new ArrayList<Panel>();
        byCurrency.forEach((currency, paid) -> {
            var name = written.text("series-revenue", locale);
            var values = months.stream()
                    .map(month -> paid.getOrDefault(month, Money.zero(currency)).getAmount())
                    .toList();
            var figures = new ChartFigures(names(months), List.of(new Series(name, values)), currency.getCode());
            var table = figures.asTable(
                    written.text("month", locale),
                    amount -> written.formats().money(Money.of(currency, (java.math.BigDecimal) amount)));
            panels.add(panel(
                    "revenue-" + currency.getCode().toLowerCase(Locale.ROOT),
                    written.text("chart-revenue", locale, currency.getCode()),
                    figures,
                    table));
        });
        return panels;
    }

    private List<String> names(List<YearMonth> months) {
        return months.stream().map(written.formats()::month).toList();
    }

    private Panel panel(String id, String heading, ChartFigures figures, ChartTable table) {
        return new Panel(id, heading, written.json().write(figures), table, "bars");
    }
}
