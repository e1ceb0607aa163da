package org.plenary.forms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.money.CurrencyUnit;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.kernel.Json;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.plenary.kernel.web.JsonViolation;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamReadException;

/** Forms that come from elsewhere: files, built-in presets, conferences with another currency. */
@Component
public class FormTransfer {
    private static final Pattern PRESET = Pattern.compile("[a-z-]{1,50}");

    /** A form of the most fields there may be, in two languages, is far smaller. */
    static final int MOST_BYTES = 1024 * 1024;

    private final Json json;

    FormTransfer(Json json) {
        this.json = json;
    }

    /**
     * Reads a form as it is exported.
     *
     * @throws Problem.InvalidInput pointing at the member that cannot be read
     */
    FormDefinition read(String text) {
        try {
            return json.read(text, FormDefinition.class);
        } catch (JacksonException e) {
            throw new Problem.InvalidInput(List.of(isNoJson(e) ? noJson(e) : JsonViolation.of(e)));
        }
    }

    static Problem.InvalidInput tooLarge(String field) {
        return new Problem.InvalidInput("/" + field, "too_large", "At most 1 MB.", Map.of("megabytes", 1));
    }

    private static boolean isNoJson(JacksonException e) {
        return e instanceof StreamReadException || e.getCause() instanceof StreamReadException;
    }

    private static Violation noJson(JacksonException e) {
        var at = e.getLocation();
        var details = Map.<String, Object>of(
                "column", at == null ? 1 : at.getColumnNr(), "line", at == null ? 1 : at.getLineNr());
        return new Violation("", "not_json", "This is not JSON.", details);
    }

    String write(FormDefinition form) {
        return json.write(form);
    }

    public FormDefinition preset(String name) {
        if (!PRESET.matcher(name).matches()) throw new Problem.NotFound("This form");
        var preset = new ClassPathResource("forms/presets/" + name + ".json");
        if (!preset.exists()) throw new Problem.NotFound("This form");
        try (var file = preset.getInputStream()) {
            return read(new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The form for a conference with this currency: prices in another are left out, to be set anew.
     *
     * @param currency null where nothing is sold: without prices, and nothing runs out
     */
    static FormDefinition into(FormDefinition form, @Nullable CurrencyUnit currency) {
        return new FormDefinition(form.sections().stream()
                .map(section -> section.with(section.fields().stream()
                        .map(field -> into(field, currency))
                        .toList()))
                .toList());
    }

    private static Field into(Field field, @Nullable CurrencyUnit currency) {
        var accompanying = field.accompanying();
        return FieldChange.of(field)
                .options(field.options().stream()
                        .map(option -> new Option(
                                option.key(),
                                option.label(),
                                own(option.price(), currency),
                                currency == null ? null : option.capacity(),
                                option.until()))
                        .toList())
                .accompanying(
                        accompanying == null
                                ? null
                                : new Accompanying(
                                        own(accompanying.price(), currency),
                                        accompanying.maximum(),
                                        accompanying.fields()))
                .field();
    }

    private static @Nullable Money own(@Nullable Money price, @Nullable CurrencyUnit currency) {
        return price != null && price.getCurrencyUnit().equals(currency) ? price : null;
    }
}
