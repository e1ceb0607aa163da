package org.plenary.conference.application;

import java.util.List;
import java.util.Map;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.AuditTrail;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says who decides for an office. */
@Component
class OfficePeople {
    private final Offices offices;
    private final AuditTrail audit;

    OfficePeople(Offices offices, AuditTrail audit) {
        this.offices = offices;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public Map<String, List<String>> of(ConferenceView conference) {
        return offices.of(conference.id());
    }

    /** @param people by office, by their e-mail addresses in lower case; none of an office that is outside */
    @Transactional
    public void assign(ConferenceView conference, Map<String, List<String>> people) {
        var before = offices.of(conference.id());
        people.forEach((office, addresses) -> {
            if (addresses.equals(before.getOrDefault(office, List.of()))) return;
            offices.write(conference.id(), office, addresses);
            audit.record(
                    "application.office-assigned",
                    conference.id().toString(),
                    Map.of("conference", conference.slug(), "office", office, "people", addresses.size()));
        });
    }
}
