package org.plenary.admin.terms;

import java.util.Locale;
import org.plenary.identity.Callers;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The terms for an organization's owners: what counts now, and what they accepted. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping(OwnerTermsPages.PATH)
class OwnerTermsPages {
    static final String PATH = "/manage/terms";

    private final StoredTerms terms;
    private final AcceptingTerms accepting;
    private final TermsNotice notice;
    private final Callers callers;
    private final MessageSource messages;

    OwnerTermsPages(
            StoredTerms terms, AcceptingTerms accepting, TermsNotice notice, Callers callers, MessageSource messages) {
        this.terms = terms;
        this.accepting = accepting;
        this.notice = notice;
        this.callers = callers;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show() {
        var tenant = Tenancy.require();
        var current = terms.current().orElse(null);
        var accepted = terms.acceptedBy(tenant.id());
        return new ModelAndView("admin/terms-accept")
                .addObject("terms", current)
                .addObject("accepted", accepted)
                .addObject(
                        "open",
                        current != null && accepted.stream().noneMatch(each -> each.version() == current.version()))
                .addObject("zone", tenant.timeZone());
    }

    @PostMapping
    String accept(@RequestParam int version, Locale locale, RedirectAttributes redirect) {
        try {
            accepting.accept(version, callers.current());
            notice.forget(Tenancy.require().id());
            redirect.addFlashAttribute("flash", Flash.success(text("accepted-now", locale)));
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(text("changed", locale)));
        }
        return "redirect:" + PATH;
    }

    private String text(String key, Locale locale) {
        return String.valueOf(messages.getMessage("admin.terms." + key, null, locale));
    }
}
