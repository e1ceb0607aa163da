package org.plenary.registration.order;

import java.util.Locale;
import org.plenary.conference.ConferenceView;
import org.plenary.kernel.Problem;
import org.plenary.kernel.Violations;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Places orders of groups: orders whose places have no names yet. */
@Component
public class GroupOrdering {
    private final Ordering ordering;
    private final GroupQuoting quoting;
    private final Organizations organizations;

    GroupOrdering(Ordering ordering, GroupQuoting quoting, Organizations organizations) {
        this.ordering = ordering;
        this.quoting = quoting;
        this.organizations = organizations;
    }

    /**
     * Holds all places, or none, as {@link Ordering#place} does.
     *
     * @param most places of one order
     * @throws Problem.InvalidInput naming everything that is wrong
     * @throws Problem.Conflict {@code registration_closed}, {@code fee_closed}, or {@code sold_out} naming each wish that is short
     */
    @Transactional
    public Ordering.Placed place(ConferenceView conference, PlaceGroup group, int most) {
        Ordering.requireOpen(conference);
        ordering.requirePublished(conference);
        quoting.guard(conference);
        ordering.checkWay(conference, group.payBy(), group.contact(), true);
        var locale = Ordering.locale(conference, group.locale(), new Violations());
        var quote = quoting.quote(conference, group, locale, most);
        var contact = group.contact();
        if (contact == null) throw new IllegalStateException("the contact was checked before");
        return ordering.hold(
                conference,
                contact,
                locale,
                quote,
                null,
                order -> organizations.set(order, String.valueOf(group.organization())));
    }

    /** What the places cost as far as they can be priced; holds nothing. */
    public Quote preview(ConferenceView conference, PlaceGroup group, Locale locale, int most) {
        return quoting.preview(conference, group, locale, most);
    }
}
