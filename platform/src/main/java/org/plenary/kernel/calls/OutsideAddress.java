package org.plenary.kernel.calls;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What the address of a server that somebody outside has named may look like: https and a name. Where the name leads is checked
 * with each call, because that can change.
 */
public final class OutsideAddress {
    private static final int HIGHEST_PORT = 65535;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1");

    /** Labels with dots between, the last with a letter: so no number is a name, in whatever notation. */
    private static final Pattern NAME =
            Pattern.compile("(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?");

    private OutsideAddress() {}

    /** @param loopbackAllowed whether this machine itself may be called, and without TLS: for development and tests alone */
    public static boolean isGood(String url, boolean loopbackAllowed) {
        try {
            var address = new URI(url);
            var host = address.getHost();
            if (host == null
                    || address.getScheme() == null
                    || address.getRawUserInfo() != null
                    || address.getRawFragment() != null
                    || address.getPort() == 0
                    || address.getPort() > HIGHEST_PORT) return false;
            var scheme = address.getScheme().toLowerCase(Locale.ROOT);
            var name = host.toLowerCase(Locale.ROOT);
            if (loopbackAllowed && LOOPBACK.contains(name)) return scheme.equals("http") || scheme.equals("https");
            return scheme.equals("https") && NAME.matcher(name).matches() && !name.endsWith(".localhost");
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
