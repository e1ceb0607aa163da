package org.plenary.identity.security;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param formAction origins besides our own to which a form may lead, by way of a redirect: the payment page's. Chromium
 *     applies the policy for forms to redirects too
 */
@ConfigurationProperties("plenary.security")
record PageSettings(
        @DefaultValue({"https://checkout.stripe.com", "https://billing.stripe.com"})
        List<String> formAction) {}
