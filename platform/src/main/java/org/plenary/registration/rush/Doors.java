package org.plenary.registration.rush;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.plenary.identity.Address;
import org.plenary.identity.Callers;
import org.plenary.registration.rush.PlaceCookie.Proof;
import org.springframework.stereotype.Component;

/** Stands before a conference's registration and asks whoever comes for their place. */
@Component
class Doors {
    private final WaitingRooms rooms;
    private final Line line;
    private final PlaceCookie cookies;
    private final Callers callers;

    Doors(WaitingRooms rooms, Line line, PlaceCookie cookies, Callers callers) {
        this.rooms = rooms;
        this.line = line;
        this.cookies = cookies;
        this.callers = callers;
    }

    /** The room that this caller has to pass; staff pass none, by hand or by a token. */
    Optional<WaitingRoom> before(String slug) {
        return rooms.standing(slug)
                .filter(room -> callers.current().permissions().isEmpty());
    }

    /** Where the browser stands; it gets a place if it has none that is good here. */
    Standing ask(
            HttpServletRequest request,
            HttpServletResponse response,
            String slug,
            WaitingRoom room,
            int group,
            Line.Intent intent)
            throws Line.Unreachable {
        var proof = cookies.read(request, slug).filter(known -> known.run().equals(room.run()));
        var place = proof.map(Proof::place).orElse(null);
        var network = Address.network(request.getRemoteAddr());
        var standing = line.enter(room, new Line.Visitor(place, group, network, intent));
        if (!standing.place().isEmpty() && !standing.place().equals(place))
            cookies.write(response, slug, new Proof(room.run(), standing.place()));
        return standing;
    }
}
