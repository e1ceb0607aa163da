package org.plenary.conference.page;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.CutOffAdvice;

/**
 * What the settings say about the cut-off date as it stands.
 *
 * @param advice null while the expected attendance is not known
 * @param misfit whether the date is not one that suits the size
 * @param decoupled whether rooms and tours go by their own dates
 */
record CutOffNotes(@Nullable CutOffAdvice advice, boolean misfit, boolean decoupled, boolean missing) {
    static CutOffNotes of(ConferenceView conference) {
        var advice = conference.cutOffAdvice();
        var cutOff = conference.cutOff();
        return new CutOffNotes(
                advice,
                cutOff != null && advice != null && !advice.fits(cutOff.on()),
                cutOff != null && cutOff.decoupled(),
                cutOff == null);
    }
}
