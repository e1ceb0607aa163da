package org.plenary.lodging.room;

import java.util.List;
import java.util.UUID;

/** SPI: those who share a room by invitation, when the booking changes around them. */
public interface InvitedGuests {
    /**
     * Who sleeps there from now on. A change may have waited to be paid: whoever joined meanwhile is not lost, and whoever left does not
     * come back. For whom there is no bed any more is taken out, and told. In the caller's transaction, the booking changed already.
     *
     * @param guests as the change has them
     * @param joined who shared the room when it was asked for
     */
    List<String> among(UUID booking, List<String> guests, List<String> joined);
}
