package org.plenary.papers.submission;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;

/** Who may see or change a paper: its author by the secret of the link, and staff by permission. */
@Component
public class PaperAccess {
    private final Papers papers;
    private final Callers callers;
    private final AuthorLinks links;
    private final StaffAuthors staff;

    PaperAccess(Papers papers, Callers callers, AuthorLinks links, StaffAuthors staff) {
        this.papers = papers;
        this.callers = callers;
        this.links = links;
        this.staff = staff;
    }

    /** @throws Problem.NotFound also when the caller may not know of it */
    Paper readable(ConferenceView conference, int number, @Nullable String secret) {
        return find(conference, number, secret, Permission.PAPERS_READ);
    }

    /** @throws Problem.NotFound also when the caller may not know of it */
    Paper writable(ConferenceView conference, int number, @Nullable String secret) {
        return find(conference, number, secret, Permission.PAPERS_WRITE);
    }

    /**
     * For pages of the authors alone, on which staff have no business.
     *
     * @throws Problem.NotFound also when the caller may not know of it
     */
    public Paper ofAuthor(ConferenceView conference, int number, @Nullable String secret) {
        return papers.byNumber(conference.id(), number)
                .filter(paper -> isByAuthor(paper, secret))
                .orElseThrow(() -> new Problem.NotFound("The paper"));
    }

    private boolean isByAuthor(Paper paper, @Nullable String secret) {
        return paper.hasSecret(secret) || links.opens(paper, secret);
    }

    /** The paper as the caller may know it. */
    SubmissionView view(Paper paper) {
        return callers.current().may(Permission.PAPERS_READ)
                ? SubmissionView.of(staff.seen(paper))
                : SubmissionView.forAuthor(paper);
    }

    boolean isByStaff() {
        return callers.current().may(Permission.PAPERS_WRITE);
    }

    private Paper find(ConferenceView conference, int number, @Nullable String secret, Permission permission) {
        return papers.byNumber(conference.id(), number)
                .filter(p -> callers.current().may(permission) || isByAuthor(p, secret))
                .orElseThrow(() -> new Problem.NotFound("The paper"));
    }
}
