package org.plenary.registration.group;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.plenary.kernel.web.Posted;
import org.plenary.registration.order.Contact;
import org.plenary.registration.order.PlaceGroup;
import tools.jackson.databind.JsonNode;

/** The page's form of a group, and what is wished with it, of sellers too. Inputs are named as the pointers of {@link PlaceGroup}. */
record GroupForm(Posted posted, List<GroupFee> fees, Map<String, JsonNode> parts) {
    /** The name of the input in which so many places of the nth fee are wished. */
    static String quantity(int index) {
        return "places." + index + ".quantity";
    }

    /** A wish for every fee drawn, so that pointers meet the inputs. */
    PlaceGroup group(Locale locale) {
        var wishes = new ArrayList<PlaceGroup.Wish>();
        for (var i = 0; i < fees.size(); i++)
            wishes.add(new PlaceGroup.Wish(fees.get(i).key(), posted.integer(quantity(i))));
        var contact = new Contact(
                posted.get("contact.name").strip(),
                posted.get("contact.email").strip(),
                posted.get("contact.country"),
                posted.text("contact.vat_id"));
        return new PlaceGroup(
                contact,
                posted.text("organization"),
                wishes,
                posted.text("code"),
                locale.toLanguageTag(),
                parts.get("rooms"),
                parts.get("tours"));
    }
}
