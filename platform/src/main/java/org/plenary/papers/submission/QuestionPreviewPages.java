package org.plenary.papers.submission;

import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.papers.call.Calls;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** What authors are asked. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/call/form/preview")
@Requires(Permission.PAPERS_READ)
class QuestionPreviewPages extends FormPreviewPages {
    QuestionPreviewPages(ConferenceApi conferences, Questions questions, Calls calls) {
        super(conferences, questions, calls);
    }
}
