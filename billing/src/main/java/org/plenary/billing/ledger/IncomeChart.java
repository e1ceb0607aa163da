package org.plenary.billing.ledger;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.ChartTable;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What delegates paid and got back in the last weeks, in the currency that most of it was in. */
@Component
class IncomeChart {
    private static final int WEEKS = 12;

    private final JdbcClient jdbc;
    private final Json json;
    private final Formats formats;
    private final MessageSource messages;
    private final Clock clock;

    IncomeChart(JdbcClient jdbc, Json json, Formats formats, MessageSource messages, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.formats = formats;
        this.messages = messages;
        this.clock = clock;
    }

    /** @param figures for the script that draws them; @param table the same for people */
    record Drawn(String heading, String figures, ChartTable table) {}

    private record Series(String name, List<BigDecimal> values) {}

    private record Figures(List<String> categories, List<Series> series) {}

    private record Week(LocalDate monday, String currency, long in, long back) {}

    /** Null while nothing was paid in these weeks. */
    @Transactional(readOnly = true)
    public @Nullable Drawn draw(ZoneId zone, Locale locale) {
        var first = LocalDate.ofInstant(clock.instant(), zone)
                .with(TemporalAdjusters.previousOrSame(java.time.DayOfWeek.MONDAY))
                .minusWeeks(WEEKS - 1L);
        var found = weeks(first, zone);
        if (found.isEmpty()) return null;
        var currency = most(found);
        var byMonday = found.stream()
                .filter(week -> week.currency().equals(currency))
                .collect(Collectors.toMap(Week::monday, week -> week));
        return drawn(first, CurrencyUnit.of(currency), byMonday, locale);
    }

    private List<Week> weeks(LocalDate first, ZoneId zone) {
        return jdbc.sql("""
                        select date_trunc('week', booked_at at time zone :zone)::date as monday, currency,
                            sum(credit - debit) filter (where source in ('payment', 'desk_payment', 'desk_void')) as paid,
                            sum(debit - credit) filter (where source in
                                ('refund', 'refund_failed', 'refund_by_hand', 'desk_refund')) as back
                        from ledger_entry where account = 'receivables' and booked_at >= :from
                        group by 1, 2 having count(*) filter (where source not in ('invoice', 'credit_note')) > 0 order by 1""")
                .param("zone", zone.getId())
                .param("from", Timestamp.from(first.atStartOfDay(zone).toInstant()))
                .query((row, number) -> new Week(
                        row.getObject("monday", LocalDate.class),
                        row.getString("currency"),
                        row.getLong("paid"),
                        row.getLong("back")))
                .list();
    }

    private static String most(List<Week> weeks) {
        var sums = weeks.stream().collect(Collectors.groupingBy(Week::currency, Collectors.summingLong(Week::in)));
        return sums.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .orElseThrow()
                .getKey();
    }

    private Drawn drawn(LocalDate first, CurrencyUnit currency, Map<LocalDate, Week> weeks, Locale locale) {
        var names = new ArrayList<String>();
        var in = new ArrayList<BigDecimal>();
        var back = new ArrayList<BigDecimal>();
        var rows = new ArrayList<List<String>>();
        for (var i = 0; i < WEEKS; i++) {
            var monday = first.plusWeeks(i);
            var week = weeks.getOrDefault(monday, new Week(monday, currency.getCode(), 0, 0));
            var paid = Money.ofMinor(currency, week.in());
            var returned = Money.ofMinor(currency, week.back());
            names.add(formats.date(monday));
            in.add(paid.getAmount());
            back.add(returned.getAmount());
            rows.add(List.of(formats.date(monday), formats.money(paid), formats.money(returned)));
        }
        var paidName = text("billing.chart.paid", locale);
        var backName = text("billing.chart.back", locale);
        var figures = new Figures(names, List.of(new Series(paidName, in), new Series(backName, back)));
        var table = new ChartTable(List.of(text("billing.chart.week", locale), paidName, backName), rows);
        var heading = messages.getMessage("billing.chart.heading", new Object[] {currency.getCode()}, locale);
        return new Drawn(heading, json.write(figures), table);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }
}
