package org.plenary.papers.review;

import org.plenary.kernel.Problem;
import org.plenary.papers.committee.ReviewerDesks;
import org.plenary.papers.submission.Paper;
import org.springframework.stereotype.Component;

/** Keeps staff from the reviews of their own papers: who is an author is no chair of it. */
@Component
public class ReviewSecrecy {
    private final ReviewerDesks desks;

    ReviewSecrecy(ReviewerDesks desks) {
        this.desks = desks;
    }

    /** @throws Problem.NotFound for somebody who is an author of this paper by one of their addresses */
    public void check(Paper paper) {
        if (isOwn(paper)) throw new Problem.NotFound("The reviews of this paper");
    }

    public boolean isOwn(Paper paper) {
        return paper.isBy(desks.addresses());
    }
}
