package org.plenary.conference;

import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.function.Function;
import org.joda.money.Money;
import org.plenary.kernel.Languages;
import org.plenary.kernel.LocalizedText;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes what the notice says in every language at once, whoever is asking. */
@Component
public class NoticeWords {
    private final MessageSource messages;

    NoticeWords(MessageSource messages) {
        this.messages = messages;
    }

    public LocalizedText text(String key) {
        return each(locale -> in(locale, key));
    }

    public String in(Locale locale, String key, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }

    public static LocalizedText each(Function<Locale, String> text) {
        var texts = new LinkedHashMap<String, String>();
        for (var locale : Languages.ALL) texts.put(locale.toLanguageTag(), text.apply(locale));
        return new LocalizedText(texts);
    }

    /** {@code 14 May 2027}, {@code 2027年5月14日}. */
    public static String date(LocalDate date, Locale locale) {
        var pattern = locale.getLanguage().equals("zh") ? "y年M月d日" : "d MMM y";
        return DateTimeFormatter.ofPattern(pattern, locale).format(date);
    }

    public static String money(Money money, Locale locale) {
        var format = NumberFormat.getCurrencyInstance(locale);
        var digits = money.getCurrencyUnit().getDecimalPlaces();
        format.setCurrency(Currency.getInstance(money.getCurrencyUnit().getCode()));
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        return format.format(money.getAmount());
    }
}
