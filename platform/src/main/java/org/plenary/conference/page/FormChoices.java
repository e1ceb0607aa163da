package org.plenary.conference.page;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.joda.money.CurrencyUnit;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.Choice;

/** What can be chosen on a conference's form, in the reader's language. */
record FormChoices(List<Choice> zones, List<Choice> currencies, List<Choice> countries, List<Choice> languages) {
    static FormChoices in(Locale locale) {
        return new FormChoices(zoneChoices(), currencies(locale), Choice.countries(locale), languageChoices());
    }

    private static List<Choice> zoneChoices() {
        var regions = ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.contains("/") && !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .sorted();
        return Stream.concat(Stream.of("UTC"), regions)
                .map(id -> new Choice(id, id.replace('_', ' ')))
                .toList();
    }

    private static List<Choice> currencies(Locale locale) {
        return CurrencyUnit.registeredCurrencies().stream()
                .filter(unit -> !unit.isPseudoCurrency())
                .map(CurrencyUnit::getCode)
                .map(code -> new Choice(
                        code, code + " – " + Currency.getInstance(code).getDisplayName(locale)))
                .toList();
    }

    private static List<Choice> languageChoices() {
        return Languages.ALL.stream()
                .map(language -> new Choice(language.toLanguageTag(), language.getDisplayLanguage(language)))
                .toList();
    }
}
