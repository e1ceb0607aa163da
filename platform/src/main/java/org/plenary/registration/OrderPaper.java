package org.plenary.registration;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.plenary.communication.Mails;
import org.plenary.conference.ConferenceView;

/** SPI: files that a module above adds to the mails that bring an order's tickets. */
public interface OrderPaper {
    /** @return none when the order has nothing of it that is certain */
    List<Mails.Attachment> files(ConferenceView conference, UUID order, Locale locale);
}
