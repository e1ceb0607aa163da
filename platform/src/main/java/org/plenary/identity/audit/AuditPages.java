package org.plenary.identity.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What happened in the organization, for those who own it and those who audit it. Days are those of its zone. */
@Controller
@TenantHost
@Requires(Permission.AUDIT_READ)
class AuditPages {
    private static final String PAGE = "/manage/audit";

    private final AuditList list;

    AuditPages(AuditList list) {
        this.list = list;
    }

    @GetMapping(PAGE)
    ModelAndView list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale) {
        var zone = Tenancy.require().timeZone();
        return list.page("identity/audit", PAGE, new Posted(parameters), zone, before, locale);
    }

    @GetMapping(PAGE + ".csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        list.csv("audit-trail.csv", new Posted(parameters), Tenancy.require().timeZone(), response, locale);
    }
}
