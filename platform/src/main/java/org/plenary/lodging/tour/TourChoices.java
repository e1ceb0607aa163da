package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The quantities in the registration form as the browser sent it. Every tour has an input, but only those with a number in
 * it are wishes; those come first when the form is drawn again, so that the number of a wish is the number of its input.
 */
final class TourChoices {
    private static final int MAXIMUM = 100;

    private final List<Choice> chosen;

    private TourChoices(List<Choice> chosen) {
        this.chosen = chosen;
    }

    /**
     * How many of each kind come, as it was typed.
     *
     * @param quantity of delegates, or of all when there is one price
     */
    record Choice(String tour, String quantity, String accompanying, String child) {
        private static final Choice NONE = new Choice("", "", "", "");

        private boolean isWish() {
            return !isNothing(quantity) || !isNothing(accompanying) || !isNothing(child);
        }

        private static boolean isNothing(String typed) {
            return typed.isEmpty() || typed.matches("[+-]?0+");
        }

        /** What cannot be a number stands as the quantity, so that it is told. */
        ObjectNode wish() {
            var wish = JsonNodeFactory.instance.objectNode().put("tour", tour);
            var total = 0L;
            for (var typed : List.of(quantity, accompanying, child)) {
                if (isNothing(typed)) continue;
                if (!typed.matches("[+-]?\\d{1,9}")) return wish.put("quantity", typed);
                var number = Integer.parseInt(typed);
                if (number < 0) return wish.put("quantity", number);
                total += number;
            }
            wish.put("quantity", (int) Math.min(total, Integer.MAX_VALUE));
            if (total <= Places.MOST && !(isNothing(accompanying) && isNothing(child))) addGuests(wish);
            return wish;
        }

        private void addGuests(ObjectNode wish) {
            var guests = wish.putArray("guests");
            add(guests, GuestKind.ACCOMPANYING, accompanying);
            add(guests, GuestKind.CHILD, child);
        }

        private static void add(ArrayNode guests, GuestKind kind, String typed) {
            if (isNothing(typed)) return;
            for (var i = 0; i < Integer.parseInt(typed); i++) guests.addObject().put("kind", kind.wire());
        }
    }

    static TourChoices sent(MultiValueMap<String, String> parameters) {
        var chosen = new ArrayList<Choice>();
        for (var i = 0; i < MAXIMUM && parameters.containsKey("tours." + i + ".tour"); i++) {
            var name = "tours." + i;
            var choice = new Choice(
                    first(parameters, name + ".tour"),
                    first(parameters, name + ".quantity"),
                    first(parameters, name + ".accompanying"),
                    first(parameters, name + ".child"));
            if (choice.isWish()) chosen.add(choice);
        }
        return new TourChoices(List.copyOf(chosen));
    }

    List<Choice> wishes() {
        return chosen;
    }

    /** The number of each tour's input: of those chosen their place among the wishes, then the others. */
    List<Integer> numbers(List<String> tours) {
        var next = chosen.size();
        var numbers = new ArrayList<Integer>();
        for (var tour : tours) {
            var wish = indexOf(tour);
            numbers.add(wish >= 0 ? wish : next++);
        }
        return numbers;
    }

    Choice of(String tour) {
        var wish = indexOf(tour);
        return wish < 0 ? Choice.NONE : chosen.get(wish);
    }

    private int indexOf(String tour) {
        return IntStream.range(0, chosen.size())
                .filter(i -> chosen.get(i).tour().equals(tour))
                .findFirst()
                .orElse(-1);
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
