package org.plenary.admin.certificate;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Address;
import org.plenary.identity.Public;
import org.plenary.identity.RateLimits;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Tells whoever was shown a certificate whether it is genuine: only with its code, and nothing that does not stand on it. */
@Controller
@PlatformHost
@Public
class CertificatePages {
    private static final int TRIES = 20;
    private static final Duration PERIOD = Duration.ofMinutes(10);

    private final Certificates certificates;
    private final CertificateCodes codes;
    private final RateLimits limits;

    CertificatePages(Certificates certificates, CertificateCodes codes, RateLimits limits) {
        this.certificates = certificates;
        this.codes = codes;
        this.limits = limits;
    }

    @GetMapping(CertificatePaper.VERIFICATION)
    ModelAndView verify(
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String code,
            HttpServletRequest request) {
        var page = new ModelAndView("admin/certificate-verification")
                .addObject("number", number)
                .addObject("code", code)
                .addObject("asked", false);
        if (number == null || code == null || number.isBlank() || code.isBlank()) return page;
        limits.take("deletion-certificate:" + Address.network(request.getRemoteAddr()), TRIES, PERIOD);
        var found = certificates
                .find(number.strip().toUpperCase(java.util.Locale.ROOT))
                .filter(certificate -> codes.isOf(certificate.number(), code));
        found.ifPresent(certificate -> page.addObject("certificate", certificate)
                .addObject("zone", ZoneId.of(certificate.facts().zone())));
        return page.addObject("asked", true);
    }
}
