package org.plenary.conference.body;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.BodyPeople;
import org.plenary.identity.OwnRecords;
import org.springframework.stereotype.Component;

/** In which bodies somebody sits, by their account or their address. */
@Component
class OwnSeats implements OwnRecords {
    private final BodyRows rows;
    private final BodyPeople people;

    OwnSeats(BodyRows rows, BodyPeople people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Map<String, Object> of(Who who, Locale language) {
        var claim = isTheirs(who);
        var held = new ArrayList<Map<String, @Nullable Object>>();
        for (var conference : rows.withMember(claim))
            for (var body : rows.all(conference))
                body.members().stream().filter(claim).forEach(member -> held.add(seat(conference, body, member)));
        return held.isEmpty() ? Map.of() : Map.of("bodies", held);
    }

    private static Map<String, @Nullable Object> seat(UUID conference, Body body, BodyMember member) {
        var seat = new LinkedHashMap<String, @Nullable Object>();
        seat.put("conference", conference);
        seat.put("body", body.details().name());
        seat.put("name", member.name());
        seat.put("email", member.email());
        seat.put("is_chair", member.isChair());
        seat.put("until", member.until());
        return seat;
    }

    /** Whoever leaves sits in no body any more, and is asked by none. */
    @Override
    public void leave(Who who) {
        var claim = isTheirs(who);
        for (var conference : rows.withMember(claim)) {
            rows.lock(conference);
            for (var body : rows.all(conference)) {
                var theirs = body.members().stream().filter(claim).toList();
                if (theirs.isEmpty()) continue;
                people.unseat(theirs.stream().map(BodyMember::id).toList());
                var left = new ArrayList<>(body.members());
                left.removeAll(theirs);
                rows.put(conference, body.withMembers(left));
            }
        }
    }

    private Predicate<BodyMember> isTheirs(Who who) {
        var seats = people.seatsOf(who.account());
        return member -> who.account().equals(member.account())
                || who.email().equals(member.email())
                || seats.contains(member.id());
    }
}
