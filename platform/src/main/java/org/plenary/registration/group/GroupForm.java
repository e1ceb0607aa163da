package org.plenary.registration.group;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.BillingForm;
import org.plenary.registration.order.PlaceGroup;
import tools.jackson.databind.JsonNode;

/** The page's form of a group, and what is wished with it, of sellers too. Inputs are named as the pointers of {@link PlaceGroup}. */
record GroupForm(Posted posted, List<GroupFee> fees, Map<String, JsonNode> parts) {
    /** The name of the input in which so many places of the nth fee are wished. */
    static String quantity(int index) {
        return "places." + index + ".quantity";
    }

    /** The fees of which places are wished, with their categories. @param groups of each fee */
    Set<String> chosen(Map<String, Set<String>> groups) {
        var chosen = new HashSet<String>();
        for (var i = 0; i < fees.size(); i++)
            if (!posted.get(quantity(i)).matches("0*"))
                chosen.addAll(groups.getOrDefault(fees.get(i).key(), Set.of()));
        return chosen;
    }

    /** A wish for every fee drawn, so that pointers meet the inputs. */
    PlaceGroup group(ConferenceView conference, Locale locale) {
        var wishes = new ArrayList<PlaceGroup.Wish>();
        for (var i = 0; i < fees.size(); i++)
            wishes.add(new PlaceGroup.Wish(fees.get(i).key(), posted.integer(quantity(i))));
        return new PlaceGroup(
                BillingForm.contact(posted),
                posted.text("organization"),
                wishes,
                posted.text("code"),
                locale.toLanguageTag(),
                parts,
                posted.money("donation", conference.currency()),
                posted.text("pay_by"));
    }
}
