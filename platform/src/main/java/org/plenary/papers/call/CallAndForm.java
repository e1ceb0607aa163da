package org.plenary.papers.call;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.forms.Form;
import org.plenary.forms.FormDefinition;
import org.plenary.forms.Forms;
import org.plenary.forms.Purpose;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A call as programs see it: with the form of its submissions. Both are changed, or neither. */
@Component
class CallAndForm {
    private final Calling calling;
    private final Forms forms;

    CallAndForm(Calling calling, Forms forms) {
        this.calling = calling;
        this.forms = forms;
    }

    record Current(Calls.Versioned call, Form form) {}

    /** @throws Problem.NotFound when there is no call yet */
    @Transactional(readOnly = true)
    public Current require(ConferenceView conference) {
        return new Current(calling.require(conference), forms.newest(Purpose.SUBMISSION, conference.id()));
    }

    /** The parameters are those of {@link Calling#call}. */
    @Transactional
    public Current call(ConferenceView conference, CallInput input, @Nullable String ifMatch, boolean announced) {
        var call = calling.call(conference, input, ifMatch, announced);
        var definition = input.form();
        return new Current(
                call,
                definition == null ? forms.newest(Purpose.SUBMISSION, conference.id()) : put(conference, definition));
    }

    private Form put(ConferenceView conference, FormDefinition definition) {
        try {
            return forms.put(Purpose.SUBMISSION, conference, definition, null);
        } catch (Problem.InvalidInput e) {
            throw new Problem.InvalidInput(inForm(e.violations()));
        }
    }

    private static List<Violation> inForm(List<Violation> violations) {
        return violations.stream()
                .map(each -> new Violation("/form" + each.pointer(), each.code(), each.detail(), each.details()))
                .toList();
    }
}
