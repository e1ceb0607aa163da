package org.plenary.communication;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What the bound tenant wrote to whom. */
public interface SentMails {
    /** @param status {@code sent}, {@code sending} or {@code failed} */
    record Sent(Instant at, String subject, String status) {}

    /** The newest first; @param most how many at most */
    List<Sent> to(String recipient, int most);

    /**
     * Takes out of the record to whom something was written, and what it was called. In the caller's transaction.
     *
     * @param recipients in lower case
     * @param about ids, one of which the key of a mail must hold; empty for all mails to the recipients
     */
    void erase(Collection<String> recipients, Collection<String> about);
}
