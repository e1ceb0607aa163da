package org.plenary.conference.body;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.conference.PublicPart;
import org.plenary.identity.BodyPeople;
import org.springframework.stereotype.Component;

/** The bodies that everybody sees, on a conference's page by their names and chairs alone. */
@Component
class PublicCommittees implements PublicPart {
    private static final int ORDER = 60;

    private final Constituting bodies;
    private final JoiningBodies joining;

    PublicCommittees(Constituting bodies, JoiningBodies joining) {
        this.bodies = bodies;
        this.joining = joining;
    }

    record Committee(UUID id, String name, String mandate, List<String> chairs, List<String> members) {}

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale) {
        var shown = of(conference, locale);
        if (shown.isEmpty()) return null;
        return new Drawn("conference/committees-part", "part", Map.of("slug", conference.slug(), "committees", shown));
    }

    List<Committee> of(ConferenceView conference, Locale locale) {
        var shown = bodies.of(conference).stream()
                .filter(body -> body.details().isPublic())
                .toList();
        if (shown.isEmpty()) return List.of();
        var seated = joining.all(conference);
        return shown.stream()
                .map(body -> {
                    var present = seated.getOrDefault(body.id(), List.of()).stream()
                            .filter(each -> hasAgreed(body, each))
                            .map(JoiningBodies.Seated::member)
                            .filter(member -> !member.isOver(joining.today()))
                            .toList();
                    return new Committee(
                            body.id(),
                            body.details().name().in(locale),
                            body.details().mandate().in(locale),
                            names(present, true),
                            names(present, false));
                })
                .toList();
    }

    /** Whoever is asked to work for the conference is named when they have come. */
    private static boolean hasAgreed(Body body, JoiningBodies.Seated seated) {
        var member = seated.member();
        return body.details().role() == null
                || member.email() == null
                || member.account() != null
                || seated.standing() == BodyPeople.Standing.HOLDS;
    }

    private static List<String> names(List<BodyMember> members, boolean inTheChair) {
        return members.stream()
                .filter(member -> member.isChair() == inTheChair)
                .map(BodyMember::name)
                .toList();
    }
}
