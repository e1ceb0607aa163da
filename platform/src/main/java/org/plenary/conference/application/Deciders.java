package org.plenary.conference.application;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** For which offices whoever asks may act. */
@Component
class Deciders {
    private final Offices offices;
    private final Callers callers;

    Deciders(Offices offices, Callers callers) {
        this.offices = offices;
        this.callers = callers;
    }

    enum As {
        /** One of its own people. */
        MEMBER,
        APPLICANT,
        /** It has nobody here, such as a ministry: whoever sets the conference up writes down what it decided. */
        ON_BEHALF
    }

    /** An office that is still to act, and as what whoever asks would do it. */
    record Seat(String office, As as) {}

    /** @param agreed the offices of this step that have agreed already */
    List<Seat> seats(ConferenceView conference, Chain.Step step, Set<String> agreed) {
        var assigned = offices.of(conference.id());
        var own = offices.own();
        var maySetUp = callers.current().mayIn(conference.id(), Permission.CONFERENCE_WRITE);
        return step.offices().stream()
                .filter(office -> !agreed.contains(office))
                .flatMap(office -> {
                    var people = assigned.getOrDefault(office, List.of());
                    if (!people.isEmpty() && !office.equals(Chain.APPLICANT))
                        return seat(people.stream().anyMatch(own::contains), office, As.MEMBER);
                    return seat(maySetUp, office, office.equals(Chain.APPLICANT) ? As.APPLICANT : As.ON_BEHALF);
                })
                .toList();
    }

    private static Stream<Seat> seat(boolean isOpen, String office, As as) {
        return isOpen ? Stream.of(new Seat(office, as)) : Stream.empty();
    }

    As require(ConferenceView conference, Application application, Chain.Step step, String office, Set<String> agreed) {
        var as = seats(conference, step, agreed).stream()
                .filter(seat -> seat.office().equals(office))
                .map(Seat::as)
                .findFirst()
                .orElseThrow(() -> new Problem.Conflict("not_deciding", "Others decide about it now."));
        if (as == As.MEMBER && callers.current().id().equals(application.handedInBy()))
            throw new Problem.Conflict("own_application", "Nobody decides about what they handed in themselves.");
        return as;
    }
}
