package org.plenary.identity;

import java.util.UUID;

/**
 * SPI: who has {@link Permission#PAPERS_REVIEW} in the bound tenant. It is no role: a conference has hundreds of reviewers, who come and
 * go with their answers, and staff review too.
 */
public interface ReviewRights {
    /** @param conference slug */
    boolean mayReview(UUID account, String conference);

    /** For one conference at least. */
    boolean reviews(UUID account);
}
