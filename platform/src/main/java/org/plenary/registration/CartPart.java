package org.plenary.registration;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.springframework.util.MultiValueMap;
import tools.jackson.databind.JsonNode;

/**
 * SPI: the section that a seller adds to the registration page, beside its {@link Sellable}. It stands inside the page's
 * one form: it opens no form of its own. Inputs are named by the path of the wish, {@code rooms.0.check_in}, so that a
 * violation at {@code /rooms/0/check_in} is found in the page's {@code fieldErrors} under the input's own name. The page
 * draws itself again, with the values kept, whenever the form is posted by a button named {@code update}; a button that
 * adds or removes a wish is such a button with a value of the section's own ({@code rooms.add}, {@code rooms.remove.0}),
 * found among the parameters.
 */
public interface CartPart {
    /** The member of the cart that it fills, as {@link Sellable#part}. */
    String part();

    /** Sections are drawn in rising order, after the delegates: rooms 20, tours 30. */
    int order();

    /**
     * The section as it is to be drawn.
     *
     * @param parameters of the form as it was posted; empty when it is drawn for the first time
     * @return null when there is nothing to sell
     */
    @Nullable
    Drawn draw(ConferenceView conference, Locale locale, MultiValueMap<String, String> parameters);

    /**
     * For whom a cart is.
     *
     * @param fees that they have, and the categories of these, as {@link FeeCategories} names them
     * @param byStaff whether staff fill it in: nothing is closed for them
     */
    record Buyers(Set<String> fees, boolean byStaff) {
        public static final Buyers NOBODY = new Buyers(Set.of(), false);

        public Buyers {
            fees = Set.copyOf(fees);
        }
    }

    /** As {@link #draw(ConferenceView, Locale, MultiValueMap)}, with what there is for these buyers only. */
    default @Nullable Drawn draw(
            ConferenceView conference, Locale locale, MultiValueMap<String, String> parameters, Buyers buyers) {
        return draw(conference, locale, parameters);
    }

    /**
     * The wishes in the posted form, in the shape that {@link Sellable#quote} takes. An array with one element per wish drawn, in
     * the same order and with nothing left out, so that pointers meet the inputs; empty when nothing is wished.
     */
    JsonNode wishes(ConferenceView conference, MultiValueMap<String, String> parameters);

    /**
     * A fragment without parameters; it finds the model under the variable {@code part} and the page's {@code fieldErrors}
     * (input name to message).
     *
     * @param template such as {@code lodging/cart-part}
     */
    record Drawn(String template, String fragment, Map<String, Object> model) {}
}
