package org.plenary.registration.group;

import java.util.Locale;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.FilledAnswers;
import org.plenary.forms.LiveForm;
import org.plenary.forms.PostedAnswers;
import org.plenary.forms.PostedPersons;
import org.plenary.kernel.Json;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.fee.Fees;
import org.plenary.registration.form.PaidForm.Filler;
import org.plenary.registration.order.SentFiles;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.servlet.ModelAndView;

/** The form of one place, as it is drawn and sent. */
@Component
class PlaceFormPage {
    private final PlaceForms forms;
    private final FilledAnswers filled;
    private final SentFiles files;
    private final Fees fees;
    private final Json json;

    PlaceFormPage(PlaceForms forms, FilledAnswers filled, SentFiles files, Fees fees, Json json) {
        this.forms = forms;
        this.filled = filled;
        this.files = files;
        this.fees = fees;
        this.json = json;
    }

    /** @param isUpdate whether a button only draws the page again; @param errors of files */
    record Sent(Posted posted, boolean isUpdate, Map<String, String> errors) {}

    /** With the form's defaults for somebody new, or with what was answered. */
    Posted blank(ConferenceView conference, Place place, Filler filler) {
        var asked = forms.asked(conference, place.fee(), filler);
        Posted posted;
        if (place.isNamed()) {
            posted = filled.of(asked.form(), place.answers(), PlaceForms.PREFIX);
            posted.set("name", place.name()).set("email", place.email());
        } else {
            posted = Posted.empty();
            PostedAnswers.fillDefaults(asked.form(), posted, PlaceForms.PREFIX);
            posted.set("email", place.sentTo());
            asked.form()
                    .fields()
                    .filter(field -> field.type() == org.plenary.forms.FieldType.EMAIL)
                    .findFirst()
                    .ifPresent(field -> posted.set(PlaceForms.PREFIX + field.key(), place.sentTo()));
        }
        return posted.set("revision", place.revision());
    }

    Sent sent(MultiValueMap<String, String> values, NativeWebRequest request, Locale locale) {
        var kept = files.keep(values, request, locale);
        var update = new Posted(kept.values()).get("update");
        var posted = new Posted(PostedPersons.updated(kept.values(), update));
        return new Sent(posted, !update.isEmpty(), kept.errors());
    }

    PlaceForms.Given given(ConferenceView conference, Place place, Filler filler, Posted posted) {
        return forms.given(forms.asked(conference, place.fee(), filler), posted);
    }

    void draw(ModelAndView view, ConferenceView conference, Place place, Filler filler, Posted posted, Locale locale) {
        var asked = forms.asked(conference, place.fee(), filler);
        var fee = fees.all(conference.id()).stream()
                .filter(each -> each.key().equals(place.fee()))
                .map(each -> each.name().in(locale))
                .findFirst()
                .orElse(place.fee());
        view.addObject("place", place)
                .addObject("fee", fee)
                .addObject("form", posted)
                .addObject("asked", asked)
                .addObject("sections", forms.sections(conference, asked, posted, locale))
                .addObject(
                        "live",
                        json.write(new LiveForm.Page(LiveForm.of(asked.form()), Map.of(place.fee(), asked.groups()))));
    }
}
