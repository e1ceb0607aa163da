package org.plenary.registration;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What those need to know of delegates who take care of them somewhere else: on a tour, in a restaurant. */
public interface DelegateFacts {
    /**
     * @param phone what was answered to questions for a telephone number; empty where the form asks for none
     * @param diet what was answered to questions for diet and allergies; empty where the form asks for none
     */
    record Facts(UUID delegate, String name, String phone, String diet) {}

    /** The delegates of these orders that are not cancelled, by order, as they stand in it. */
    Map<UUID, List<Facts>> of(Collection<UUID> orders, Locale locale);
}
