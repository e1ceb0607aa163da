package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.lodging.tour.ToursOnSale.TourOnSale;
import org.plenary.registration.CartPart;
import org.plenary.registration.WaitingList;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The tours on the registration page: a number of places for each. */
@Component
class TourCartPart implements CartPart {
    private static final int ORDER = 30;
    private static final int MOST_NAMED = 12;

    private final ToursOnSale onSale;
    private final WaitingList waitingList;

    TourCartPart(ToursOnSale onSale, WaitingList waitingList) {
        this.onSale = onSale;
        this.waitingList = waitingList;
    }

    /**
     * @param name the first part of the names of its inputs, {@code tours.0}
     * @param chosen what was typed into them
     */
    record Field(String name, TourCard tour, TourChoices.Choice chosen, boolean canWait) {
        /** A tour that is full or closed meanwhile can still be taken out of the cart. */
        public boolean isOpen() {
            return tour.onSale() && (canWait || !tour.soldOut())
                    || !chosen.tour().isEmpty();
        }

        /** As many as can be asked for. */
        public int most() {
            return canWait ? tour.mostPerOrder() : tour.most();
        }

        /** Those who can be named here, when it is not too many to be asked for. */
        public List<Named> guests() {
            var kinds = chosen.guests();
            if (kinds.size() > MOST_NAMED) return List.of();
            var named = new ArrayList<Named>();
            for (var i = 0; i < kinds.size(); i++)
                named.add(new Named(
                        name + ".guests." + i + ".name",
                        i + 1,
                        kinds.get(i).wire(),
                        i < chosen.names().size() ? chosen.names().get(i) : ""));
            return named;
        }

        public boolean isNamed() {
            return chosen.names().stream().anyMatch(name -> !name.isEmpty());
        }

        public String quantity() {
            return chosen.quantity();
        }

        public String accompanying() {
            return chosen.accompanying();
        }

        public String child() {
            return chosen.child();
        }
    }

    /** @param name of its input @param kind as {@link GuestKind} says it */
    record Named(String name, int number, String kind, String value) {}

    @Override
    public String part() {
        return "tours";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public @Nullable Drawn draw(ConferenceView conference, Locale locale, MultiValueMap<String, String> parameters) {
        var tours = onSale.of(conference);
        if (tours.isEmpty()) return null;
        var choices = TourChoices.sent(parameters);
        var numbers = choices.numbers(tours.stream().map(TourOnSale::key).toList());
        var canWait = waitingList.isOpen(conference.id());
        List<Field> fields = new ArrayList<>();
        for (var i = 0; i < tours.size(); i++) {
            var tour = tours.get(i);
            fields.add(
                    new Field("tours." + numbers.get(i), TourCard.of(tour, locale), choices.of(tour.key()), canWait));
        }
        return new Drawn("lodging/tour-cart-part", "tours", Map.of("tours", fields));
    }

    @Override
    public JsonNode wishes(ConferenceView conference, MultiValueMap<String, String> parameters) {
        var wishes = JsonNodeFactory.instance.arrayNode();
        TourChoices.sent(parameters).wishes().forEach(choice -> wishes.add(choice.wish()));
        return wishes;
    }
}
