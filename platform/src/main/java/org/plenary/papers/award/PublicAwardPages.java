package org.plenary.papers.award;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.plenary.conference.ConferenceApi;
import org.plenary.identity.Public;
import org.plenary.kernel.Problem;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Who won, for everybody, and whether a certificate is genuine. Of what is not announced nothing is to be seen here. */
@Controller
@TenantHost
@Public
@RequestMapping("/c/{conference}/awards")
class PublicAwardPages {
    private final ConferenceApi conferences;
    private final Awards awards;
    private final AwardCertificates certificates;

    PublicAwardPages(ConferenceApi conferences, Awards awards, AwardCertificates certificates) {
        this.conferences = conferences;
        this.awards = awards;
        this.certificates = certificates;
    }

    /** @param laudation empty for none */
    record Winner(AwardCertificate certificate, int number, String laudation) {}

    record Won(String name, List<Winner> winners) {}

    @GetMapping
    ModelAndView show(@PathVariable String conference, Locale locale) {
        var found = conferences.visible(conference);
        var won = new ArrayList<Won>();
        for (var award : awards.of(found.id())) {
            if (award.announcedAt() == null) continue;
            var winners = winners(award, locale);
            if (!winners.isEmpty()) won.add(new Won(award.plan().name().in(locale), winners));
        }
        if (won.isEmpty()) throw new Problem.NotFound("This page");
        return new ModelAndView("papers/awards-public")
                .addObject("slug", found.slug())
                .addObject("name", found.name().in(locale))
                .addObject("won", won);
    }

    private List<Winner> winners(Award award, Locale locale) {
        var nominees = awards.nominees(award.id());
        return certificates.ofAward(award.id()).stream()
                .filter(AwardCertificate::isAccepted)
                .flatMap(certificate -> nominees.stream()
                        .filter(nominee -> nominee.paper().id().equals(certificate.paper()))
                        .map(nominee -> new Winner(
                                certificate,
                                nominee.paper().number(),
                                nominee.laudation().in(locale))))
                .toList();
    }

    @GetMapping("/certificates/{code}")
    ModelAndView verify(@PathVariable String conference, @PathVariable String code, Locale locale) {
        var found = conferences.visible(conference);
        var certificate =
                certificates.ofCode(found.id(), code).orElseThrow(() -> new Problem.NotFound("This certificate"));
        return new ModelAndView("papers/award-verification")
                .addObject("slug", found.slug())
                .addObject("name", found.name().in(locale))
                .addObject(
                        "issuedOn",
                        certificate.issuedAt().atZone(found.timeZone()).toLocalDate())
                .addObject("award", certificate.awardName().in(locale))
                .addObject("certificate", certificate);
    }
}
