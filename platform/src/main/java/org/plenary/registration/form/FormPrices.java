package org.plenary.registration.form;

import java.util.List;
import org.joda.money.Money;
import org.jspecify.annotations.Nullable;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.FormDefinition.Accompanying;
import org.plenary.forms.FormDefinition.Field;
import org.plenary.forms.FormDefinition.Option;
import org.plenary.registration.PriceList;

/** A form with its prices in another currency. */
public final class FormPrices {
    private FormPrices() {}

    /** How a price list names the persons that somebody brings. */
    public static String personsKey(Field field) {
        return "persons:" + field.key();
    }

    /** Options that are not offered in the currency are left out; nobody can be brought where that has no price. */
    public static FormDefinition in(FormDefinition form, PriceList list) {
        return new FormDefinition(form.sections().stream()
                .map(section -> section.with(
                        section.fields().stream().map(field -> in(field, list)).toList()))
                .toList());
    }

    private static Field in(Field field, PriceList list) {
        var options = field.options().stream()
                .filter(option -> option.price() == null || price(field, option, option.price(), list) != null)
                .map(option ->
                        option.price() == null ? option : with(option, price(field, option, option.price(), list)))
                .toList();
        return with(field, options, in(field, field.accompanying(), list));
    }

    private static @Nullable Money price(Field field, Option option, Money main, PriceList list) {
        return list.of(FormDefinition.optionKey(field, option), main).orElse(null);
    }

    private static Option with(Option option, @Nullable Money price) {
        return new Option(option.key(), option.label(), price, option.capacity(), option.until());
    }

    private static @Nullable Accompanying in(Field field, @Nullable Accompanying given, PriceList list) {
        if (given == null || given.price() == null) return given;
        var price = list.of(personsKey(field), given.price());
        return price.map(each -> new Accompanying(each, given.maximum(), given.fields()))
                .orElse(new Accompanying(null, 0, given.fields()));
    }

    private static Field with(Field field, List<Option> options, @Nullable Accompanying accompanying) {
        return new Field(
                field.key(),
                field.type(),
                field.label(),
                field.help(),
                field.required(),
                field.maximum(),
                options,
                field.visibleIf(),
                field.placeholder(),
                field.display(),
                field.picks(),
                field.defaultValue(),
                field.minimum(),
                field.pattern(),
                field.patternHelp(),
                field.range(),
                field.staffOnly(),
                field.personal(),
                accompanying,
                field.consent());
    }
}
