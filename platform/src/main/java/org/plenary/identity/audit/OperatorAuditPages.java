package org.plenary.identity.audit;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.PlatformHost;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** What operators did. They look after organizations of all zones, so their days are those of UTC. */
@Controller
@PlatformHost
@Requires(Permission.OPERATOR)
class OperatorAuditPages {
    private static final String PAGE = "/operator/audit";

    private final AuditList list;

    OperatorAuditPages(AuditList list) {
        this.list = list;
    }

    @GetMapping(PAGE)
    ModelAndView list(
            @RequestParam MultiValueMap<String, String> parameters,
            @RequestParam(required = false) @Nullable UUID before,
            Locale locale) {
        return list.page("identity/audit-operator", PAGE, new Posted(parameters), ZoneOffset.UTC, before, locale);
    }

    @GetMapping(PAGE + ".csv")
    void csv(@RequestParam MultiValueMap<String, String> parameters, HttpServletResponse response, Locale locale)
            throws IOException {
        list.csv("operators-audit-trail.csv", new Posted(parameters), ZoneOffset.UTC, response, locale);
    }
}
