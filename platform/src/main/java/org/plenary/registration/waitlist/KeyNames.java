package org.plenary.registration.waitlist;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.registration.Sellable;
import org.plenary.registration.fee.Fees;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What the keys of the stock are called. */
@Component
class KeyNames {
    private final Fees fees;
    private final Forms forms;
    private final ObjectProvider<Sellable> sellers;

    KeyNames(Fees fees, Forms forms, ObjectProvider<Sellable> sellers) {
        this.fees = fees;
        this.forms = forms;
        this.sellers = sellers;
    }

    /** In the order of the keys; a key of what is no longer there is called by itself. */
    Map<String, String> of(ConferenceView conference, Collection<String> keys, Locale locale) {
        var known = new LinkedHashMap<String, String>();
        for (var fee : fees.all(conference.id()))
            known.put(fee.stockKey(), fee.name().in(locale));
        forms.newest(Purpose.REGISTRATION, conference.id())
                .definition()
                .fields()
                .forEach(field -> field.options()
                        .forEach(option -> known.put(
                                FormDefinition.optionKey(field, option),
                                field.label().in(locale) + ": " + option.label().in(locale))));
        sellers.forEach(seller -> known.putAll(seller.names(conference, keys, locale)));
        var names = new LinkedHashMap<String, String>();
        for (var key : keys) names.put(key, known.getOrDefault(key, key));
        return names;
    }
}
