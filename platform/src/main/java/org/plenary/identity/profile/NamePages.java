package org.plenary.identity.profile;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.Violations;
import org.plenary.kernel.web.Flash;
import org.plenary.kernel.web.PageErrors;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

@Controller
@PlatformHost
@Public
@RequestMapping("/account/name")
class NamePages {
    private static final int LONGEST = 200;

    private final Self self;
    private final ChangingAccount changing;
    private final PageErrors errors;
    private final MessageSource messages;

    NamePages(Self self, ChangingAccount changing, PageErrors errors, MessageSource messages) {
        this.self = self;
        this.changing = changing;
        this.errors = errors;
        this.messages = messages;
    }

    @GetMapping
    ModelAndView form(@Nullable Authentication authentication) {
        return page(self.require(authentication).account().name());
    }

    private static ModelAndView page(String name) {
        return new ModelAndView("identity/account-name").addObject("name", name);
    }

    @PostMapping
    ModelAndView change(
            @RequestParam(defaultValue = "") String name,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var violations = new Violations().text("/name", name, LONGEST);
        if (!violations.isEmpty()) {
            return errors.refused(page(name), violations, locale);
        }
        changing.rename(me.id(), name);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.account-name.changed", null, locale)));
        return new ModelAndView("redirect:/account");
    }
}
