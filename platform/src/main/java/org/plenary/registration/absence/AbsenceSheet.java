package org.plenary.registration.absence;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.communication.Pdfs;
import org.plenary.conference.ConferenceView;
import org.plenary.registration.AccessLog;
import org.plenary.registration.AccessLog.Seen;
import org.plenary.registration.AccessLog.Way;
import org.springframework.stereotype.Component;

/** The absence list as the chair gets it. */
@Component
class AbsenceSheet {
    private final Pdfs pdfs;
    private final Clock clock;
    private final AccessLog log;

    AbsenceSheet(Pdfs pdfs, Clock clock, AccessLog log) {
        this.pdfs = pdfs;
        this.clock = clock;
        this.log = log;
    }

    /** Staff take the list away. */
    List<Absence> taken(ConferenceView conference, List<Absence> absences) {
        log.record(Seen.list(conference.id(), Way.EXPORT, "absences", absences.size(), Map.of()));
        return absences;
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
