package org.plenary.papers.call;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.conference.ConferenceView;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;

/** The call for papers as everybody reads it: a page, a PDF to print, a text to post (CFP-02). */
@Controller
@TenantHost
@Public
class PublicCallPages {
    private final ConferenceApi conferences;
    private final Calls calls;
    private final CallNotices notices;
    private final Windows windows;
    private final CallPaper paper;

    PublicCallPages(ConferenceApi conferences, Calls calls, CallNotices notices, Windows windows, CallPaper paper) {
        this.conferences = conferences;
        this.calls = calls;
        this.notices = notices;
        this.windows = windows;
        this.paper = paper;
    }

    @GetMapping("/c/{conference}/call")
    ModelAndView page(@PathVariable String conference, Locale locale) {
        var found = conferences.visible(conference);
        return new ModelAndView("papers/call-public")
                .addObject("slug", found.slug())
                .addObject("notice", notice(found, locale))
                .addObject("open", windows.takesNew(found, null));
    }

    @GetMapping("/c/{conference}/call.pdf")
    ResponseEntity<byte[]> pdf(@PathVariable String conference, Locale locale, HttpServletRequest request) {
        var found = conferences.visible(conference);
        return paper.pdf(found, notice(found, locale), locale, request.getRemoteAddr());
    }

    @GetMapping("/c/{conference}/call.txt")
    ResponseEntity<String> posting(@PathVariable String conference, Locale locale) {
        var found = conferences.visible(conference);
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(notices.posting(notice(found, locale), locale));
    }

    private CallNotice notice(ConferenceView conference, Locale locale) {
        var current = calls.versioned(conference.id()).orElseThrow(() -> new Problem.NotFound("The call for papers"));
        return notices.of(conference, current, locale);
    }
}
