package org.plenary.registration.absence;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.springframework.stereotype.Component;

/** The absence list as the chair gets it. */
@Component
class AbsenceSheet {
    private final Pdfs pdfs;
    private final Clock clock;

    AbsenceSheet(Pdfs pdfs, Clock clock) {
        this.pdfs = pdfs;
        this.clock = clock;
    }

    byte[] pdf(ConferenceView conference, List<Absence> absences, Locale locale) {
        return pdfs.draw(
                "pdf/registration/absences",
                locale,
                Map.of(
                        "conference", conference.name().in(locale),
                        "absences", absences,
                        "zone", conference.timeZone(),
                        "at", clock.instant()));
    }
}
