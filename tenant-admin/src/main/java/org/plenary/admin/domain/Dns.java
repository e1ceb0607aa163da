package org.plenary.admin.domain;

import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.plenary.kernel.Problem;
import org.springframework.stereotype.Component;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Lookup;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks the DNS whether a domain is somebody's. */
@Component
class Dns {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int PORT = 53;

    private final Resolver resolver;

    Dns(DomainSettings settings) throws UnknownHostException {
        resolver = settings.dns() == null ? new ExtendedResolver() : named(settings.dns());
        resolver.setTimeout(PATIENCE);
    }

    private static Resolver named(String address) throws UnknownHostException {
        var parts = address.split(":", 2);
        var named = new SimpleResolver(parts[0]);
        named.setPort(parts.length == 1 ? PORT : Integer.parseInt(parts[1]));
        return named;
    }

    /**
     * Whether the record is there now; never from a cache. Empty when DNS could not be asked: that says nothing about the
     * domain.
     */
    Optional<Boolean> says(String name, String value) {
        try {
            var lookup = new Lookup(name, Type.TXT);
            lookup.setResolver(resolver);
            lookup.setCache(null);
            var records = lookup.run();
            if (lookup.getResult() == Lookup.TRY_AGAIN || lookup.getResult() == Lookup.UNRECOVERABLE)
                return Optional.empty();
            return Optional.of(records != null
                    && Arrays.stream(records)
                            .anyMatch(record -> record instanceof TXTRecord text
                                    && String.join("", text.getStrings())
                                            .strip()
                                            .equals(value)));
        } catch (TextParseException e) {
            throw new Problem.InvalidInput("/name", "domain_name", "A domain is written conference.example.org.");
        }
    }
}
