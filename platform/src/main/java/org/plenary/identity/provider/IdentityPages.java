package org.plenary.identity.provider;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Locale;
import java.util.UUID;
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
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** By whose word somebody can come besides: one more, one fewer. Both take the password, as all does that changes how one signs in. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/identities")
class IdentityPages {
    private final Self self;
    private final OwnIdentities own;
    private final PageErrors errors;
    private final MessageSource messages;
    private final Clock clock;

    IdentityPages(Self self, OwnIdentities own, PageErrors errors, MessageSource messages, Clock clock) {
        this.self = self;
        this.own = own;
        this.errors = errors;
        this.messages = messages;
        this.clock = clock;
    }

    /** What somebody has, and could have. */
    @Component
    record OwnIdentities(StoredIdentities stored, Registrations registrations, Linking linking) {
        Registrations.Offered addable(UUID account, String key) {
            return registrations.addable(account).stream()
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElseThrow(() -> new Problem.NotFound("The provider"));
        }

        StoredIdentities.Identity require(UUID account, UUID id) {
            return stored.of(account, id).orElseThrow(() -> new Problem.NotFound("The identity"));
        }
    }

    @GetMapping("/new/{key}")
    ModelAndView form(@PathVariable String key, @Nullable Authentication authentication) {
        var me = self.require(authentication);
        return new ModelAndView("identity/identity-new")
                .addObject("email", me.account().email())
                .addObject("provider", own.addable(me.id(), key));
    }

    /** Goes on by a link, as {@link ProviderSignInPages} says why. */
    @PostMapping("/new/{key}")
    ModelAndView add(
            @PathVariable String key,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            HttpServletRequest request,
            Locale locale) {
        var me = self.require(authentication);
        var page = form(key, authentication);
        var violations = new Violations();
        self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) return errors.refused(page, violations, locale);
        new IdentityWish(me.signIn(), key, clock.instant()).keep(request);
        page.setViewName("identity/identity-go");
        return page;
    }

    @GetMapping("/{id}/removal")
    ModelAndView question(@PathVariable UUID id, @Nullable Authentication authentication) {
        var me = self.require(authentication);
        return new ModelAndView("identity/identity-removal")
                .addObject("identity", own.require(me.id(), id))
                .addObject("email", me.account().email())
                .addObject("hasPassword", me.account().passwordHash() != null);
    }

    @PostMapping("/{id}/removal")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String current,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        var me = self.require(authentication);
        var page = question(id, authentication);
        var violations = new Violations();
        // who has no password comes in by mail, should this have been the last way
        if (me.account().passwordHash() != null) self.checkPassword(violations, me, "/current", current);
        if (!violations.isEmpty()) return errors.refused(page, violations, locale);
        own.linking().unlink(me.id(), me.signIn(), id);
        redirect.addFlashAttribute(
                "flash", Flash.success(messages.getMessage("identity.identities.removed", null, locale)));
        return new ModelAndView("redirect:/account");
    }
}
