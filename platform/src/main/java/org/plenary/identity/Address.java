package org.plenary.identity;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** Whom an address stands for. */
public final class Address {
    private static final int PREFIX_BYTES = 8;

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
}
