package org.plenary.papers.submission;

import java.util.UUID;
import org.plenary.papers.PaperArrived;
import org.plenary.tenancy.TenantId;

/**
 * An author submitted a paper.
 *
 * @param secret of the author's link, which the confirmation mail needs and the database keeps as a hash only; it goes
 *     when the event has been delivered
 */
record PaperSubmitted(TenantId tenant, UUID paper, String secret) implements PaperArrived {}
