package org.plenary.registration;

import java.util.Collection;
import org.plenary.conference.ConferenceView;

/** Where a seller tells what was kept for some people and is closed: whoever waits for it waits for what everybody can have from now on. */
public interface ClosedStock {
    /**
     * As {@link Sellable#fallBack} says what that is; whoever it is nothing for waits on as they did. To be told before what is closed
     * goes over to everybody, and in no transaction. The same once more changes nothing.
     *
     * @param keys of {@link Stock}
     */
    void closed(ConferenceView conference, Collection<String> keys);
}
