package org.plenary.registration.form;

import org.plenary.conference.ConferenceView;
import org.plenary.conference.SampleContent;
import org.plenary.conference.SampleText;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.springframework.stereotype.Component;

/** With a condition, and workshops that cost something. */
@Component
class SampleForm implements SampleContent {
    private static final int ORDER = 30;

    private final Forms forms;

    SampleForm(Forms forms) {
        this.forms = forms;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void fill(ConferenceView conference, SampleText text) {
        forms.put(Purpose.REGISTRATION, conference, text.read("form", FormDefinition.class), null);
    }
}
