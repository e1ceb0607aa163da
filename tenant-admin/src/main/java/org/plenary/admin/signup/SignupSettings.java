package org.plenary.admin.signup;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param openFor how long a sign-up waits for its code, and its address is kept for it
 * @param perAddress sign-ups from one network address in {@code period}
 * @param perEmail sign-ups for one e-mail address in {@code period}
 * @param codesPerPeriod codes mailed again for one sign-up in {@code period}
 * @param remembered how long a finished sign-up is kept
 */
@ConfigurationProperties("plenary.signup")
record SignupSettings(
        @DefaultValue("24h") Duration openFor,
        @DefaultValue("60") int perAddress,
        @DefaultValue("20") int perEmail,
        @DefaultValue("3") int codesPerPeriod,
        @DefaultValue("10m") Duration period,
        @DefaultValue("30d") Duration remembered) {}
