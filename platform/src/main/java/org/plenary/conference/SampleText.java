package org.plenary.conference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.plenary.kernel.Json;
import org.springframework.core.io.ClassPathResource;

/**
 * Reads what is put into a sample conference from {@code samples/<name>.json}. There {@code {start-30}} and {@code {end+1}} stand for
 * days counted from the conference's, and {@code {money:120}} for an amount in its currency.
 */
public final class SampleText {
    private static final Pattern TOKEN = Pattern.compile("\\{(start|end|money):?([+-]?\\d*)}");

    /** Where the currency has no minor unit, its unit is worth about a hundredth. */
    private static final BigDecimal SMALL_UNIT = BigDecimal.valueOf(100);

    private final ConferenceView conference;
    private final Json json;

    public SampleText(ConferenceView conference, Json json) {
        this.conference = conference;
        this.json = json;
    }

    public <T> T read(String name, Class<T> type) {
        try (var file = new ClassPathResource("samples/" + name + ".json").getInputStream()) {
            var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            return json.read(TOKEN.matcher(text).replaceAll(this::value), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String value(MatchResult token) {
        var number = token.group(2);
        return switch (token.group(1)) {
            case "start" -> day(conference.startsOn(), number);
            case "end" -> day(conference.endsOn(), number);
            default -> money(number);
        };
    }

    private static String day(LocalDate from, String days) {
        return from.plusDays(days.isEmpty() ? 0 : Integer.parseInt(days)).toString();
    }

    private String money(String units) {
        var currency = conference.currency();
        var amount = new BigDecimal(units);
        var written = currency.getDecimalPlaces() == 0
                ? amount.multiply(SMALL_UNIT)
                : amount.setScale(currency.getDecimalPlaces());
        return "{\"amount\":\"" + written.toPlainString() + "\",\"currency\":\"" + currency.getCode() + "\"}";
    }
}
