package org.plenary.communication;

import java.time.Instant;
import java.util.List;

/** What the bound tenant wrote to whom. */
public interface SentMails {
    /** @param status {@code sent}, {@code sending} or {@code failed} */
    record Sent(Instant at, String subject, String status) {}

    /** The newest first; @param most how many at most */
    List<Sent> to(String recipient, int most);
}
