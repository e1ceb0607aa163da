package org.plenary.registration.form;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SetupStep;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.springframework.stereotype.Component;

/** The form is built when it has a version; without one the buyer's contact is all that is asked. */
@Component
class FormStep implements SetupStep {
    private static final int ORDER = 30;

    private final Forms forms;

    FormStep(Forms forms) {
        this.forms = forms;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public String messageKey() {
        return "registration.setup.form";
    }

    @Override
    public String path(ConferenceView conference) {
        return "/manage/conferences/" + conference.slug() + "/form";
    }

    @Override
    public boolean isDone(ConferenceView conference) {
        return forms.newest(Purpose.REGISTRATION, conference.id()).version() > 0;
    }

    @Override
    public boolean isRequired() {
        return false;
    }
}
