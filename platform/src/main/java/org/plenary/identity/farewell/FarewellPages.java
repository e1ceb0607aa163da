package org.plenary.identity.farewell;

import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.profile.Self;
import org.plenary.kernel.Problem;
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

/** Where somebody ends their account, after reading what goes and what stays, and where they change their mind. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/deletion")
class FarewellPages {
    private final Self self;
    private final Farewell farewell;
    private final AccountDeletions deletions;
    private final FarewellSettings settings;
    private final Words words;

    FarewellPages(Self self, Farewell farewell, AccountDeletions deletions, FarewellSettings settings, Words words) {
        this.self = self;
        this.farewell = farewell;
        this.deletions = deletions;
        this.settings = settings;
        this.words = words;
    }

    @org.springframework.stereotype.Component
    record Words(MessageSource messages, PageErrors errors) {
        String text(String key, Locale locale) {
            return String.valueOf(messages.getMessage("identity.farewell." + key, null, locale));
        }
    }

    @GetMapping
    ModelAndView show(@Nullable Authentication authentication) {
        var me = self.require(authentication);
        return new ModelAndView("identity/account-deletion")
                .addObject("account", me.account())
                .addObject("wish", deletions.of(me.id()).orElse(null))
                .addObject("organizations", farewell.organizationsOf(me.id()))
                .addObject("alone", farewell.ownedAlone(me.id()))
                .addObject("days", settings.grace().toDays())
                .addObject("zone", ZoneId.of("UTC"));
    }

    @PostMapping
    ModelAndView ask(
            @Nullable Authentication authentication,
            @RequestParam(required = false) @Nullable String current,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        try {
            var violations = new Violations();
            self.checkPassword(violations, me, "/current", current);
            violations.throwIfAny();
            farewell.ask(me.account(), me.signIn(), locale);
            redirect.addFlashAttribute("flash", Flash.success(words.text("asked", locale)));
            return new ModelAndView("redirect:/account/deletion");
        } catch (Problem.InvalidInput e) {
            return words.errors().refused(show(authentication), e, locale);
        } catch (Problem.Conflict e) {
            redirect.addFlashAttribute("flash", Flash.failure(words.text("refused-" + e.code(), locale)));
            return new ModelAndView("redirect:/account/deletion");
        }
    }

    @PostMapping("/cancellation")
    String stay(@Nullable Authentication authentication, Locale locale, RedirectAttributes redirect) {
        var me = self.require(authentication);
        farewell.stay(me.id(), me.signIn());
        redirect.addFlashAttribute("flash", Flash.success(words.text("stays", locale)));
        return "redirect:/account";
    }
}
