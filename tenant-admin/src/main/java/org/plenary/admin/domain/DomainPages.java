package org.plenary.admin.domain;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.Tenancy;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** An organization's own domain: what to put into its DNS, and whether it is there. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping(DomainPages.PATH)
class DomainPages {
    static final String PATH = "/manage/domain";

    private final Domains domains;
    private final DomainSettings settings;
    private final Urls urls;
    private final Words words;

    DomainPages(Domains domains, DomainSettings settings, Urls urls, Words words) {
        this.domains = domains;
        this.settings = settings;
        this.urls = urls;
        this.words = words;
    }

    @Component("domainWords")
    record Words(MessageSource messages, PageErrors errors) {
        Flash success(String key, Locale locale) {
            return Flash.success(String.valueOf(messages.getMessage("admin.domain." + key, null, locale)));
        }

        Map<String, String> errors(Problem problem, Locale locale) {
            return errors.of(problem, locale);
        }
    }

    @GetMapping
    ModelAndView show() {
        return page(null);
    }

    private ModelAndView page(@Nullable String typed) {
        var tenant = Tenancy.require();
        var claim = domains.current().orElse(null);
        return new ModelAndView("admin/domain")
                .addObject("claim", claim)
                .addObject("typed", typed)
                .addObject("offered", domains.isOffered())
                .addObject("zone", tenant.timeZone())
                .addObject("target", target(settings, urls))
                .addObject("home", urls.tenant(tenant, "/manage").resolve("/"))
                .addObject("days", settings.grace().toDays());
    }

    /** Where the domain's own record leads. */
    static String target(DomainSettings settings, Urls urls) {
        return settings.target() == null
                ? urls.tenant(Tenancy.require(), "/manage").getHost()
                : settings.target();
    }

    @PostMapping
    ModelAndView claim(
            @RequestParam(required = false) @Nullable String name, Locale locale, RedirectAttributes redirect) {
        try {
            var unused = domains.claim(name);
            redirect.addFlashAttribute("flash", words.success("claimed", locale));
            return new ModelAndView("redirect:" + PATH);
        } catch (Problem.InvalidInput | Problem.Conflict e) {
            var page = page(name).addObject("fieldErrors", words.errors(e, locale));
            page.setStatus(e instanceof Problem.Conflict ? HttpStatus.CONFLICT : HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
    }

    @PostMapping("/proof")
    String prove(Locale locale, RedirectAttributes redirect) {
        try {
            var unused = domains.prove();
            redirect.addFlashAttribute("flash", words.success("proved-now", locale));
        } catch (Problem.Conflict e) {
            var said = words.errors(e, locale).values().iterator().next();
            redirect.addFlashAttribute("flash", Flash.failure(said));
        }
        return "redirect:" + PATH;
    }

    @GetMapping("/removal/confirm")
    ModelAndView ask() {
        return new ModelAndView("admin/domain-removal")
                .addObject("claim", domains.current().orElseThrow(() -> new Problem.NotFound("The domain")));
    }

    @PostMapping("/removal")
    String giveUp(Locale locale, RedirectAttributes redirect) {
        domains.giveUp();
        redirect.addFlashAttribute("flash", words.success("given-up", locale));
        return "redirect:" + PATH;
    }
}
