package org.plenary.identity.support;

import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** When the platform's operators could look into this organization, and why; an owner ends it. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping(SupportPages.PATH)
class SupportPages {
    static final String PATH = "/manage/support";
    private static final int MOST = 100;

    private final StoredSupport support;
    private final EndingSupport ending;
    private final MessageSource messages;
    private final Clock clock;

    SupportPages(StoredSupport support, EndingSupport ending, MessageSource messages, Clock clock) {
        this.support = support;
        this.ending = ending;
        this.messages = messages;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list() {
        var tenant = Tenancy.require();
        return new ModelAndView("identity/support")
                .addObject("accesses", support.latest(tenant.id(), MOST))
                .addObject("now", clock.instant())
                .addObject("zone", tenant.timeZone());
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable UUID id, Locale locale, RedirectAttributes redirect) {
        ending.end(id);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.support.ended-now", null, locale)));
        return "redirect:" + PATH;
    }
}
