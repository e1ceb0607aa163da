package org.plenary.registration;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** SPI: what a module above keeps of the people of an order, for their own copy of it and for erasing it. */
public interface PersonalData {
    /** Under which the rows stand in the copy, such as {@code rooms}. */
    String name();

    /** @param orders that belong together */
    List<Map<String, Object>> of(Collection<UUID> orders);

    /** Blanks what says who somebody is; what was sold, and when, stays. Repeats safely, in the caller's transaction. */
    void erase(Collection<UUID> orders);
}
