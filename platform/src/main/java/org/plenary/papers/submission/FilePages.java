package org.plenary.papers.submission;

import org.jspecify.annotations.Nullable;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Public;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** A paper's PDF, for its author and for staff. */
@Controller
@TenantHost
class FilePages {
    private final ConferenceApi conferences;
    private final PaperAccess access;
    private final PaperFiles files;

    FilePages(ConferenceApi conferences, PaperAccess access, PaperFiles files) {
        this.conferences = conferences;
        this.access = access;
        this.files = files;
    }

    @GetMapping("/c/{conference}/submissions/{number}/file")
    @Public
    ResponseEntity<Resource> ofAuthor(
            @PathVariable String conference,
            @PathVariable int number,
            @RequestParam(required = false) @Nullable String secret) {
        return files.download(access.readable(conferences.visible(conference), number, secret));
    }

    @GetMapping("/manage/conferences/{conference}/papers/{number}/file")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<Resource> ofStaff(@PathVariable String conference, @PathVariable int number) {
        return files.download(access.readable(conferences.bySlug(conference), number, null));
    }
}
