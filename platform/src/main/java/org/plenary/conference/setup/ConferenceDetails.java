package org.plenary.conference.setup;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.CutOff;
import org.plenary.conference.Venue;
import org.plenary.kernel.LocalizedText;

/** The part of a conference that is kept as one document: nothing looks for a conference by it. */
record ConferenceDetails(
        LocalizedText name,
        LocalizedText description,
        Venue venue,
        List<String> languages,
        @Nullable Integer expectedAttendance,
        @Nullable CutOff cutOff) {}
