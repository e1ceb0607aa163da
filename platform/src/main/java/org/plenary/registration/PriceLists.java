package org.plenary.registration;

import java.util.List;
import org.joda.money.CurrencyUnit;
import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;

/**
 * The currencies of conferences. A conference as it is sold in one of them is a {@link ConferenceView} of that currency: everything
 * that reads it prices in it.
 */
public interface PriceLists {
    /** The prices in the currency of this view. */
    PriceList of(ConferenceView conference);

    /** The main currency first. */
    List<CurrencyUnit> currencies(ConferenceView conference);

    /**
     * The conference as it is sold in a currency.
     *
     * @param code null or blank for the main one
     * @throws org.plenary.kernel.Problem.InvalidInput when it does not offer that
     */
    ConferenceView in(ConferenceView conference, @Nullable String code);
}
