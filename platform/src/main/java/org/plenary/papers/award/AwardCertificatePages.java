package org.plenary.papers.award;

import java.util.UUID;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Languages;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The certificates of an announced award, for whoever prints them and hands them over: authors may have no address. */
@Controller
@TenantHost
@RequestMapping("/manage/conferences/{conference}/papers/awards/{award}/certificates")
class AwardCertificatePages {
    private final ConferenceApi conferences;
    private final Awards awards;
    private final AwardCertificates certificates;
    private final CertificateDrawing drawing;

    AwardCertificatePages(
            ConferenceApi conferences, Awards awards, AwardCertificates certificates, CertificateDrawing drawing) {
        this.conferences = conferences;
        this.awards = awards;
        this.certificates = certificates;
        this.drawing = drawing;
    }

    /** @param paper id of the paper that won; @param language in which it is written: {@code en} or {@code zh-CN} */
    @GetMapping("/{paper}")
    @Requires(Permission.PAPERS_READ)
    ResponseEntity<byte[]> certificate(
            @PathVariable String conference,
            @PathVariable UUID award,
            @PathVariable UUID paper,
            @RequestParam(defaultValue = "en") String language) {
        var found = conferences.bySlug(conference);
        var won = certificates.ofAward(awards.get(found.id(), award).id()).stream()
                .filter(each -> each.paper().equals(paper))
                .findFirst()
                .orElseThrow(() -> new Problem.NotFound("This certificate"));
        return drawing.answer(found, won, Languages.nearest(language));
    }
}
