package org.plenary.forms;

import org.plenary.conference.ConferenceApi;
import org.plenary.kernel.web.PageErrors;
import org.springframework.stereotype.Component;

/** Makes the builder of each purpose. */
@Component
class Builders {
    private final FormOwners owners;
    private final ConferenceApi conferences;
    private final Forms forms;
    private final PageErrors errors;
    private final FormWords words;

    Builders(FormOwners owners, ConferenceApi conferences, Forms forms, PageErrors errors, FormWords words) {
        this.owners = owners;
        this.conferences = conferences;
        this.forms = forms;
        this.errors = errors;
        this.words = words;
    }

    Building of(Purpose purpose) {
        return new Building(owners.of(purpose), conferences, forms, errors, words);
    }
}
