package org.plenary.kernel.calls;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Finds where a name leads, and lets nothing of it be private. The connection is made to just these addresses, so what was
 * checked is what is called, whatever the name means a moment later.
 */
final class PublicAddresses implements DnsResolver {
    private static final long LONGEST_LOOK_UP = 5;
    private static final int LOOK_UPS = 512;
    private static final int BYTE = 0xff;

    /** First address and length of prefix, of what belongs to nobody's public network. */
    private static final List<Range> NOT_PUBLIC = List.of(
            Range.of("0.0.0.0", 8),
            Range.of("10.0.0.0", 8),
            Range.of("100.64.0.0", 10),
            Range.of("127.0.0.0", 8),
            Range.of("169.254.0.0", 16),
            Range.of("172.16.0.0", 12),
            Range.of("192.0.0.0", 24),
            Range.of("192.0.2.0", 24),
            Range.of("192.88.99.0", 24),
            Range.of("192.168.0.0", 16),
            Range.of("198.18.0.0", 15),
            Range.of("198.51.100.0", 24),
            Range.of("203.0.113.0", 24),
            Range.of("224.0.0.0", 4),
            Range.of("240.0.0.0", 4),
            // what is inside of 2000::/3 and yet leads elsewhere: Teredo, ORCHID, documentation, 6to4
            Range.of("2001::", 23),
            Range.of("2001:db8::", 32),
            Range.of("2002::", 16),
            Range.of("3fff::", 20));

    private static final Range GLOBAL_IPV6 = Range.of("2000::", 3);

    private final boolean loopbackAllowed;

    /** Looking up blocks the thread in the operating system, so it has threads of its own. */
    private final ExecutorService lookUps;

    PublicAddresses(boolean loopbackAllowed) {
        this.loopbackAllowed = loopbackAllowed;
        this.lookUps = new ThreadPoolExecutor(
                0,
                LOOK_UPS,
                1,
                TimeUnit.MINUTES,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("outside-names-", 0).factory());
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var found = lookUp(host);
        // one that is private is enough: whoever answers with both wants to find out which we take
        for (var address : found) if (!isAllowed(address)) throw new UnknownHostException("not a public address");
        return found;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private InetAddress[] lookUp(String host) throws UnknownHostException {
        try {
            return lookUps.submit(() -> InetAddress.getAllByName(host)).get(LONGEST_LOOK_UP, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RejectedExecutionException e) {
            throw new UnknownHostException("no such name");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException("interrupted");
        }
    }

    boolean isAllowed(InetAddress address) {
        return isPublic(address) || loopbackAllowed && address.isLoopbackAddress();
    }

    static boolean isPublic(InetAddress address) {
        var bytes = address.getAddress();
        return switch (address) {
            // an address of version 4 that is dressed as one of version 6 is undressed by the JDK
            case Inet4Address four -> NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes));
            case Inet6Address six ->
                GLOBAL_IPV6.holds(bytes) && NOT_PUBLIC.stream().noneMatch(range -> range.holds(bytes));
            default -> false;
        };
    }

    private record Range(byte[] first, int prefix) {
        static Range of(String first, int prefix) {
            return new Range(InetAddress.ofLiteral(first).getAddress(), prefix);
        }

        boolean holds(byte[] address) {
            if (address.length != first.length) return false;
            for (var bit = 0; bit < prefix; bit += Byte.SIZE) {
                var mask = prefix - bit >= Byte.SIZE ? BYTE : BYTE << (Byte.SIZE - (prefix - bit)) & BYTE;
                if (((address[bit / Byte.SIZE] ^ first[bit / Byte.SIZE]) & mask) != 0) return false;
            }
            return true;
        }
    }
}
