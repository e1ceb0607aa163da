package org.plenary.registration.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.registration.PriceItem;
import org.plenary.registration.PricedThings;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Each option of the form that costs something, and each person that somebody brings. */
@Component
@Order(15)
class PricedAnswers implements PricedThings {
    private final Forms forms;

    PricedAnswers(Forms forms) {
        this.forms = forms;
    }

    @Override
    public List<PriceItem> of(ConferenceView conference, Locale locale) {
        var items = new ArrayList<PriceItem>();
        forms.newest(Purpose.REGISTRATION, conference.id())
                .definition()
                .fields()
                .forEach(field -> {
                    var label = field.label().in(locale);
                    for (var option : field.options())
                        if (option.price() != null)
                            items.add(new PriceItem(
                                    FormDefinition.optionKey(field, option),
                                    label + ": " + option.label().in(locale),
                                    option.price()));
                    var accompanying = field.accompanying();
                    if (accompanying != null && accompanying.price() != null)
                        items.add(new PriceItem(FormPrices.personsKey(field), label, accompanying.price()));
                });
        return items;
    }
}
