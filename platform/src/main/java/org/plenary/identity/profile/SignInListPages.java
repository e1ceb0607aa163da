package org.plenary.identity.profile;

import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.kernel.web.Flash;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Signing out somewhere else. */
@Controller
@PlatformHost
@Public
@RequestMapping("/account/sign-ins")
class SignInListPages {
    private static final String ACCOUNT = "redirect:/account";

    private final Self self;
    private final ChangingAccount changing;
    private final MessageSource messages;

    SignInListPages(Self self, ChangingAccount changing, MessageSource messages) {
        this.self = self;
        this.changing = changing;
        this.messages = messages;
    }

    @PostMapping("/{id}/ending")
    String end(
            @PathVariable UUID id,
            @Nullable Authentication authentication,
            Locale locale,
            RedirectAttributes redirect) {
        changing.end(self.require(authentication), id);
        redirect.addFlashAttribute("flash", said("ended", locale));
        return ACCOUNT;
    }

    @PostMapping("/ending")
    String endOthers(@Nullable Authentication authentication, Locale locale, RedirectAttributes redirect) {
        changing.endOthers(self.require(authentication));
        redirect.addFlashAttribute("flash", said("others-ended", locale));
        return ACCOUNT;
    }

    private Flash said(String what, Locale locale) {
        return Flash.success(messages.getMessage("identity.account." + what, null, locale));
    }
}
