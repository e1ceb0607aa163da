package org.plenary.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Whom an address stands for. */
public final class Address {
    private static final int PREFIX_BYTES = 8;
    private static final Pattern IPV6_PREFIX = Pattern.compile("[0-9a-f]{16}");

    private Address() {}

    /** The address itself for IPv4, the /64 network for IPv6, of which one household has them all. */
    public static String network(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
            return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), PREFIX_BYTES));
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

    /** As people write it: {@code 192.0.2.7}, or {@code 2001:db8:1:2::/64} for what {@link #network} made of IPv6. */
    public static String readable(String network) {
        if (!IPV6_PREFIX.matcher(network).matches()) return network;
        var groups = new StringBuilder();
        for (var at = 0; at < 2 * PREFIX_BYTES; at += 4)
            groups.append(Integer.toHexString(Integer.parseInt(network, at, at + 4, 16)))
                    .append(':');
        return groups + ":/" + 8 * PREFIX_BYTES;
    }
}
