package org.plenary.papers.review;

import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.papers.call.Calls;
import org.plenary.papers.submission.FormPreviewPages;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What reviewers are asked. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/reviewing/form/preview")
@Requires(Permission.PAPERS_READ)
class ReviewPreviewPages extends FormPreviewPages {
    ReviewPreviewPages(ConferenceApi conferences, ReviewQuestions questions, Calls calls) {
        super(conferences, questions, calls);
    }
}
