package org.plenary.forms;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a form from elsewhere in use. The one in use stays among the versions. */
@Component
public class Starting {
    private static final int SHOWN = 100;

    private final ConferenceApi conferences;
    private final Forms forms;
    private final FormTemplates templates;
    private final FormTransfer transfer;

    Starting(ConferenceApi conferences, Forms forms, FormTemplates templates, FormTransfer transfer) {
        this.conferences = conferences;
        this.forms = forms;
        this.templates = templates;
        this.transfer = transfer;
    }

    /** The tenant's other conferences that have a form, the newest first. */
    @Transactional(readOnly = true)
    List<Choice> others(Purpose purpose, ConferenceView conference, Locale locale) {
        var withForm = forms.conferences(purpose);
        return conferences.readable().stream()
                .filter(other -> !other.id().equals(conference.id()) && withForm.contains(other.id()))
                .limit(SHOWN)
                .map(other -> new Choice(other.slug(), other.name().in(locale)))
                .toList();
    }

    /** @param source {@code preset:academic}, {@code template:<id>}, {@code conference:<slug>} or {@code version:3} */
    FormDefinition find(Purpose purpose, ConferenceView conference, String source) {
        var parts = source.split(":", 2);
        if (parts.length < 2) throw new Problem.NotFound("This form");
        return switch (parts[0]) {
            case "preset" -> transfer.preset(parts[1]);
            case "template" -> templates.find(id(parts[1]));
            case "conference" -> forms.newest(purpose, readable(parts[1]).id()).definition();
            case "version" ->
                forms.version(purpose, conference.id(), number(parts[1]))
                        .orElseThrow(() -> new Problem.NotFound("This version of the form"))
                        .definition();
            default -> throw new Problem.NotFound("This form");
        };
    }

    private ConferenceView readable(String slug) {
        return conferences.readable().stream()
                .filter(each -> each.slug().equals(slug))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("The conference"));
    }

    Form use(Purpose purpose, ConferenceView conference, FormDefinition form) {
        var currency = purpose.onlyAsks() ? null : conference.currency();
        return forms.put(purpose, conference, FormTransfer.into(form, currency), null);
    }

    private static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Problem.NotFound("This template");
        }
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,9}")) throw new Problem.NotFound("This version of the form");
        return Integer.parseInt(text);
    }
}
