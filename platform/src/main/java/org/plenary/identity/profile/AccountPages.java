package org.plenary.identity.profile;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.plenary.identity.Public;
import org.plenary.identity.account.StoredAddresses;
import org.plenary.identity.factor.Factors;
import org.plenary.identity.passkey.StoredPasskeys;
import org.plenary.identity.provider.Registrations;
import org.plenary.identity.provider.StoredIdentities;
import org.plenary.identity.session.StoredSignIns;
import org.plenary.tenancy.PlatformHost;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** All that somebody has with the platform, on one page. */
@Controller
@PlatformHost
@Public
class AccountPages {
    private final Self self;
    private final Ways ways;
    private final StoredSignIns signIns;
    private final MessageSource messages;

    AccountPages(Self self, Ways ways, StoredSignIns signIns, MessageSource messages) {
        this.self = self;
        this.ways = ways;
        this.signIns = signIns;
        this.messages = messages;
    }

    /** By what somebody can sign in. */
    @Component
    record Ways(
            Factors factors,
            StoredPasskeys passkeys,
            StoredIdentities identities,
            Registrations registrations,
            StoredAddresses addresses) {}

    /** @param here whether it is the browser that looks */
    record SignInRow(UUID id, String device, String network, Instant startedAt, Instant seenAt, boolean here) {}

    @GetMapping("/account")
    String account(@Nullable Authentication authentication, Model model, Locale locale) {
        var me = self.require(authentication);
        model.addAttribute("account", me.account());
        model.addAttribute("factors", ways.factors().of(me.id()));
        model.addAttribute("passkeys", ways.passkeys().of(me.id()));
        model.addAttribute("identities", ways.identities().of(me.id()));
        model.addAttribute("addresses", ways.addresses().of(me.id()));
        model.addAttribute("addable", ways.registrations().addable(me.id()));
        model.addAttribute("signIns", rows(me, locale));
        // nobody's own zone is known here; the page says it in words and the zone beside
        model.addAttribute("zone", ZoneOffset.UTC);
        return "identity/account";
    }

    private List<SignInRow> rows(Self.Me me, Locale locale) {
        return signIns.of(me.id()).stream()
                .map(each -> new SignInRow(
                        each.id(),
                        device(each, locale),
                        each.network(),
                        each.startedAt(),
                        each.seenAt(),
                        each.id().equals(me.signIn())))
                .toList();
    }

    private String device(StoredSignIns.SignIn signIn, Locale locale) {
        var browser = signIn.device().browser();
        var system = signIn.device().system();
        if (browser != null && system != null)
            return messages.getMessage("identity.account.device", new Object[] {browser, system}, locale);
        if (browser != null) return browser;
        return system == null ? messages.getMessage("identity.account.device-unknown", null, locale) : system;
    }
}
