package org.plenary.admin.signup;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.plenary.admin.terms.StoredTerms;
import org.plenary.kernel.Languages;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Formats;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be chosen on the sign-up page. */
@Component
class SignupChoices {
    private static final Set<String> AREAS =
            Set.of("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific");

    private final Formats formats;
    private final StoredTerms terms;
    private final MessageSource messages;

    SignupChoices(Formats formats, StoredTerms terms, MessageSource messages) {
        this.formats = formats;
        this.terms = terms;
        this.messages = messages;
    }

    /** The terms of use that count now: accepting them is the only choice; empty while there are none. */
    List<Choice> terms(Locale locale) {
        var label = String.valueOf(messages.getMessage("admin.signup.terms", null, locale));
        return terms.current().stream()
                .map(current -> new Choice(String.valueOf(current.version()), label))
                .toList();
    }

    /** Sorted as readers of the language expect. */
    List<Choice> countries(Locale locale) {
        return Choice.countries(locale);
    }

    List<Choice> languages() {
        return Languages.ALL.stream()
                .map(Locale::toLanguageTag)
                .map(tag -> new Choice(tag, formats.languageName(tag)))
                .toList();
    }

    /** The zones that are named after places, and UTC; the many other names are old or double. */
    List<Choice> zones() {
        return ZoneId.getAvailableZoneIds().stream()
                .filter(id -> id.equals("UTC") || id.contains("/") && AREAS.contains(id.substring(0, id.indexOf('/'))))
                .sorted()
                .map(id -> new Choice(id, id.replace('_', ' ')))
                .toList();
    }
}
