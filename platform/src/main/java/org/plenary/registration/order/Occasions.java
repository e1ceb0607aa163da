package org.plenary.registration.order;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.Occasion;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Fills in what a link says of whoever registers by it, and binds the order to what it is for. */
@Component
class Occasions {
    private static final String TOKEN = "occasion";

    private final ObjectProvider<Occasion> all;

    Occasions(ObjectProvider<Occasion> all) {
        this.all = all;
    }

    /** One that holds no more opens the page as it is for everybody. */
    void welcome(ConferenceView conference, String token, Form form, Posted posted, Locale locale) {
        var found = find(conference, token, locale);
        if (found.isEmpty()) return;
        var welcome = found.get();
        posted.set(TOKEN, token).set("contact.name", welcome.name()).set("contact.email", welcome.email());
        if (welcome.country() != null) posted.set("contact.country", welcome.country());
        var answers = CartForm.answersOf(0);
        PersonOfAnswers.nameField(form.definition())
                .filter(PersonOfAnswers::isName)
                .ifPresent(key -> posted.set(answers + key, welcome.name()));
        PersonOfAnswers.emailField(form.definition()).ifPresent(key -> posted.set(answers + key, welcome.email()));
        PersonOfAnswers.affiliationField(form.definition())
                .filter(_ -> welcome.affiliation() != null)
                .ifPresent(key -> posted.set(answers + key, welcome.affiliation()));
        PersonOfAnswers.countryField(form.definition())
                .filter(_ -> welcome.country() != null)
                .ifPresent(key -> posted.set(answers + key, welcome.country()));
    }

    /** What the page says above the form; null for a form without an occasion. */
    @Nullable
    String text(ConferenceView conference, Posted posted, Locale locale) {
        return find(conference, posted.get(TOKEN), locale)
                .map(Occasion.Welcome::text)
                .orElse(null);
    }

    private Optional<Occasion.Welcome> find(ConferenceView conference, String token, Locale locale) {
        if (token.isBlank()) return Optional.empty();
        return all.stream()
                .flatMap(each -> each.welcome(conference, token, locale).stream())
                .findFirst();
    }

    void placed(ConferenceView conference, UUID order, @Nullable String token) {
        if (token != null) all.forEach(each -> each.placed(conference, order, token));
    }
}
