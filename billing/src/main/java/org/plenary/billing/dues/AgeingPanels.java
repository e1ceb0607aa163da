package org.plenary.billing.dues;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.ChartTable;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What is open by age, drawn for each currency. */
@Component
class AgeingPanels {
    private final Formats formats;
    private final MessageSource messages;
    private final Json json;

    AgeingPanels(Formats formats, MessageSource messages, Json json) {
        this.formats = formats;
        this.messages = messages;
        this.json = json;
    }

    /** @param figures for the chart, as JSON */
    record Panel(String currency, Money total, int items, Money overdue, ChartTable table, String figures) {}

    private record Figures(List<String> categories, List<Series> series, String unit) {}

    private record Series(String name, List<BigDecimal> values) {}

    List<Panel> of(List<OpenItems.Sum> sums, Locale locale) {
        var byCurrency = new TreeMap<CurrencyUnit, EnumMap<Ageing, OpenItems.Sum>>();
        sums.forEach(sum -> byCurrency
                .computeIfAbsent(sum.amount().getCurrencyUnit(), currency -> new EnumMap<>(Ageing.class))
                .put(sum.age(), sum));
        var panels = new ArrayList<Panel>();
        byCurrency.forEach((currency, ages) -> panels.add(panel(currency, ages, locale)));
        return panels;
    }

    private Panel panel(CurrencyUnit currency, EnumMap<Ageing, OpenItems.Sum> ages, Locale locale) {
        var none = Money.zero(currency);
        var amounts = Arrays.stream(Ageing.values())
                .map(age -> ages.containsKey(age) ? ages.get(age).amount() : none)
                .toList();
        var names = Arrays.stream(Ageing.values()).map(age -> name(age, locale)).toList();
        var rows = new ArrayList<List<String>>();
        for (var age : Ageing.values()) {
            var sum = ages.get(age);
            rows.add(List.of(
                    name(age, locale),
                    formats.number(sum == null ? 0 : sum.items()),
                    formats.money(sum == null ? none : sum.amount())));
        }
        var total = amounts.stream().reduce(none, Money::plus);
        var figures = new Figures(
                names,
                List.of(new Series(
                        text("open", locale),
                        amounts.stream().map(Money::getAmount).toList())),
                currency.getCode());
        return new Panel(
                currency.getCode(),
                total,
                ages.values().stream().mapToInt(OpenItems.Sum::items).sum(),
                total.minus(amounts.getFirst()),
                new ChartTable(List.of(text("age", locale), text("items", locale), text("open", locale)), rows),
                json.write(figures));
    }

    String name(Ageing age, Locale locale) {
        return text("age-" + age.key(), locale);
    }

    private String text(String key, Locale locale) {
        return messages.getMessage("billing.dues." + key, null, locale);
    }
}
