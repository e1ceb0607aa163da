package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;
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
    record Choice(String tour, String quantity, String accompanying, String child, List<String> names) {
        private static final Choice NONE = new Choice("", "", "", "", List.of());

        /** Who can be named, as far as what was typed makes sense: delegates first, then companions and children. */
        List<GuestKind> guests() {
            var kinds = new ArrayList<GuestKind>();
            add(kinds, GuestKind.DELEGATE, quantity);
            add(kinds, GuestKind.ACCOMPANYING, accompanying);
            add(kinds, GuestKind.CHILD, child);
            return kinds.size() > Places.MOST ? List.of() : kinds;
        }

        private static void add(List<GuestKind> kinds, GuestKind kind, String typed) {
            if (!typed.matches("\\d{1,2}")) return;
            for (var i = 0; i < Integer.parseInt(typed); i++) kinds.add(kind);
        }

        private String name(int guest) {
            return guest < names.size() ? names.get(guest) : "";
        }

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
            var isNamed = names.stream().anyMatch(name -> !name.isBlank());
            if (total <= Places.MOST && (isNamed || !(isNothing(accompanying) && isNothing(child)))) addGuests(wish);
            return wish;
        }

        private void addGuests(ObjectNode wish) {
            var guests = wish.putArray("guests");
            var kinds = guests();
            for (var i = 0; i < kinds.size(); i++)
                guests.addObject().put("kind", kinds.get(i).wire()).put("name", name(i));
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
                    first(parameters, name + ".child"),
                    names(parameters, name + ".guests."));
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

    private static List<String> names(MultiValueMap<String, String> parameters, String prefix) {
        var names = new ArrayList<String>();
        for (var i = 0; i < Places.MOST && parameters.containsKey(prefix + i + ".name"); i++)
            names.add(first(parameters, prefix + i + ".name"));
        return List.copyOf(names);
    }

    private static String first(MultiValueMap<String, String> parameters, String name) {
        var value = parameters.getFirst(name);
        return value == null ? "" : value.strip();
    }
}
