package org.plenary.admin.certificate;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Page;
import org.plenary.tenancy.PlatformHost;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The certificates of all organizations that left. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
@RequestMapping("/operator/deletion-certificates")
class OperatorCertificatePages {
    private final Certificates certificates;
    private final CertificatePaper paper;

    OperatorCertificatePages(Certificates certificates, CertificatePaper paper) {
        this.certificates = certificates;
        this.paper = paper;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String after) {
        var page = Page.of(certificates.page(Page.DEFAULT_LIMIT + 1, after), Page.DEFAULT_LIMIT, Certificate::number);
        return new ModelAndView("admin/certificates")
                .addObject("certificates", page.items())
                .addObject("first", after == null ? null : "/operator/deletion-certificates")
                .addObject("next", page.next() == null ? null : "/operator/deletion-certificates?after=" + page.next())
                .addObject("zone", ZoneId.of("UTC"));
    }

    @GetMapping("/{number}")
    ResponseEntity<byte[]> pdf(@PathVariable String number, Locale locale) {
        return paper.answer(certificates.require(number), locale);
    }
}
