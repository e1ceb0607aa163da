package org.plenary.site.frame;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.plenary.identity.Permission;
import org.plenary.identity.Requires;
import org.plenary.kernel.Problem;
import org.plenary.kernel.web.Choice;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.kernel.web.Posted;
import org.plenary.tenancy.TenantHost;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The font of the public pages, and what stands below them. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
@RequestMapping("/manage/site")
class SiteSettingsPages {
    private final SiteSettings settings;
    private final PageErrors errors;
    private final MessageSource messages;

    SiteSettingsPages(SiteSettings settings, PageErrors errors, MessageSource messages) {
        this.settings = settings;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView show(Locale locale) {
        var stored = settings.current();
        var footer = stored.footer();
        var font = stored.font();
        var form = Posted.empty()
                .set("font", font == null ? null : font.wire())
                .set("text", footer.text())
                .set("email", footer.email())
                .set("phone", footer.phone())
                .set("imprint", footer.imprint())
                .set("privacy", footer.privacy())
                .set("social", String.join("\n", footer.social()));
        return page(form, locale);
    }

    @PostMapping
    ModelAndView change(
            @RequestParam MultiValueMap<String, String> values, Locale locale, RedirectAttributes redirect) {
        var form = new Posted(values);
        try {
            settings.change(form.text("font"), footer(form));
        } catch (Problem.InvalidInput e) {
            return errors.refused(page(form, locale), e, locale);
        }
        redirect.addFlashAttribute("flash", Flash.success(messages.getMessage("site.settings.saved", null, locale)));
        return new ModelAndView("redirect:/manage/site");
    }

    private static SiteFooter footer(Posted form) {
        return new SiteFooter(
                form.texts("text"),
                form.text("email"),
                form.text("phone"),
                form.text("imprint"),
                form.text("privacy"),
                SiteFooter.lines(form.get("social")));
    }

    private ModelAndView page(Posted form, Locale locale) {
        var fonts = new ArrayList<Choice>();
        fonts.add(new Choice("", messages.getMessage("site.settings.font-default", null, locale)));
        Arrays.stream(SiteFont.values())
                .map(font -> new Choice(font.wire(), font.title()))
                .forEach(fonts::add);
        return new ModelAndView("site/settings").addObject("form", form).addObject("fonts", List.copyOf(fonts));
    }
}
