package org.plenary.registration;

import java.util.Map;
import java.util.UUID;
import org.plenary.conference.ConferenceView;
import tools.jackson.databind.JsonNode;

/** SPI: what a module above has to say before something is added to an order by whoever holds its link. */
public interface AdditionRule {
    /**
     * In the transaction of the new order, before anything of it is taken.
     *
     * @param to the order that it is to be added to
     * @param parts the sellers' wishes by their names, unchecked
     * @throws org.plenary.kernel.Problem.Conflict with pointers such as {@code /rooms/0/guests}
     */
    void check(ConferenceView conference, UUID to, Map<String, JsonNode> parts);
}
