package org.plenary.registration.privacy;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of what people may ask about their data.
 *
 * @param accessLogKept after this a row of the access log is removed
 * @param copyKept how long a copy that was made by a job can be downloaded
 * @param booksKept years for which the law of a country wants invoices and books kept, after the year they are of; by its code
 * @param copyAtOnce bytes of files up to which a copy is made while the person waits
 */
@ConfigurationProperties("plenary.registration.privacy")
record PrivacySettings(
        @DefaultValue("365d") Duration accessLogKept,
        @DefaultValue("7d") Duration copyKept,
        @DefaultValue("5000000") long copyAtOnce,
        @DefaultValue Map<String, Integer> booksKept) {
    private static final int YEARS = 10;

    PrivacySettings {
        if (accessLogKept.isNegative() || accessLogKept.isZero())
            throw new IllegalArgumentException("access-log-kept must be longer than nothing");
    }

    /** Ten years where nothing else is said, which is the longest of most laws. */
    int booksKeptYears(String country) {
        return booksKept.getOrDefault(country, YEARS);
    }
}
