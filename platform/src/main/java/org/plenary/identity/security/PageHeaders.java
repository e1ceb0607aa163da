package org.plenary.identity.security;

import java.util.LinkedHashSet;
import org.plenary.tenancy.Urls;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.stereotype.Component;

/** The headers that tell browsers what our pages may do: nothing but what comes from our own host. */
@Component
class PageHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {
    private static final String POLICY =
            "default-src 'self'; img-src 'self' data:; style-src 'self'; script-src 'self'; "
                    + "font-src 'self' data:; connect-src 'self'; object-src 'none'; frame-ancestors 'none'; base-uri 'none'; "
                    + "form-action ";

    private final String policy;

    PageHeaders(Urls urls, PageSettings settings) {
        var targets = new LinkedHashSet<String>();
        targets.add("'self'");
        var platform = urls.platform("").toString();
        targets.add(platform);
        targets.add(platform.replace("://", "://*."));
        targets.addAll(settings.formAction());
        policy = POLICY + String.join(" ", targets);
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(policy))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions ->
                        permissions.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"));
    }
}
