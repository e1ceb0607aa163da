package org.plenary.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.StringJoiner;

/** Whom an address stands for. */
public final class Address {
    private static final int PREFIX_BYTES = 8;

    private Address() {}

    /** The same for people to read: {@code 192.0.2.7}, {@code 2001:db8:1:2::/64}. */
    public static String written(String address) {
        try {
            var parsed = InetAddress.ofLiteral(address);
            if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
            if (parsed.isLoopbackAddress()) return "::1";
            var groups = new StringJoiner(":", "", "::/64");
            var bytes = parsed.getAddress();
            for (var i = 0; i < PREFIX_BYTES; i += 2)
                groups.add(Integer.toHexString((bytes[i] & 0xff) << 8 | bytes[i + 1] & 0xff));
            return groups.toString();
        } catch (IllegalArgumentException e) {
            return address;
        }
    }

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
}
