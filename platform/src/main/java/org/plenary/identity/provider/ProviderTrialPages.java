package org.plenary.identity.provider;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.plenary.identity.Permission;
import org.plenary.identity.RateLimits;
import org.plenary.identity.Requires;
import org.plenary.tenancy.TenantHost;
import org.plenary.tenancy.Urls;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/** Asks an issuer what it says of itself, and says what is wrong with that. */
@Controller
@TenantHost
@Requires(Permission.TENANT_ADMIN)
class ProviderTrialPages {
    private static final Duration PERIOD = Duration.ofMinutes(10);
    private static final int MOST = 30;

    private final SettingUpProviders settingUp;
    private final Issuers issuers;
    private final RateLimits limits;
    private final Urls urls;

    ProviderTrialPages(SettingUpProviders settingUp, Issuers issuers, RateLimits limits, Urls urls) {
        this.settingUp = settingUp;
        this.issuers = issuers;
        this.limits = limits;
        this.urls = urls;
    }

    @PostMapping("/manage/sign-in/{id}/trial")
    ModelAndView attempt(@PathVariable UUID id) {
        limits.take("sign-in-trial", MOST, PERIOD);
        var provider = settingUp.require(id.toString());
        var page = new ModelAndView("identity/sign-in-provider-trial")
                .addObject("provider", provider)
                .addObject("back", ProviderExchange.back(urls, provider.key()));
        try {
            var document = issuers.examine(String.valueOf(provider.issuer()));
            return page.addObject(
                            "endpoints", List.of(document.at("authorization_endpoint"), document.at("token_endpoint")))
                    .addObject("tellsAddress", document.scopes().contains("email"));
        } catch (IssuerFault e) {
            return page.addObject("fault", e.reason().code());
        }
    }
}
