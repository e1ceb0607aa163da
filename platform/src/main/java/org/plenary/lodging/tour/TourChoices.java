package org.plenary.lodging.tour;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.util.MultiValueMap;

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

    /** @param quantity as it was typed */
    record Choice(String tour, String quantity) {
        private boolean isWish() {
            return !quantity.isEmpty() && !quantity.matches("[+-]?0+");
        }
    }

    static TourChoices sent(MultiValueMap<String, String> parameters) {
        var chosen = new ArrayList<Choice>();
        for (var i = 0; i < MAXIMUM && parameters.containsKey("tours." + i + ".tour"); i++) {
            var choice = new Choice(
                    first(parameters, "tours." + i + ".tour"), first(parameters, "tours." + i + ".quantity"));
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

    String quantity(String tour) {
        var wish = indexOf(tour);
        return wish < 0 ? "" : chosen.get(wish).quantity();
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
