package org.plenary.kernel.calls;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicAddressesTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "127.255.255.254",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "224.0.0.1",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::127.0.0.1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1"
            })
    void whatIsNobodysPublicNetworkIsRefused(String literal) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(literal))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.255.255",
                "172.32.0.1",
                "192.169.0.1",
                "198.17.255.255",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "2a00:1450:4001::1",
                "::ffff:1.1.1.1"
            })
    void publicAddressesAreTaken(String literal) {
        assertThat(PublicAddresses.isPublic(InetAddress.ofLiteral(literal))).isTrue();
    }

    /** However the JDK reads a number, it is the address that is looked at. */
    @ParameterizedTest
    @ValueSource(
            strings = {"localhost", "127.0.0.1", "2130706433", "127.1", "0x7f000001", "::ffff:127.0.0.1", "10.0.0.1"})
    void aNameThatLeadsInsideIsNotResolved(String host) {
        var strict = new PublicAddresses(false);

        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> strict.resolve(host))
                .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain("127", "10."));
    }

    @Test
    void onlyLoopbackIsOpenedForDevelopment() throws UnknownHostException {
        var open = new PublicAddresses(true);

        assertThat(open.resolve("localhost")).isNotEmpty();
        assertThatExceptionOfType(UnknownHostException.class).isThrownBy(() -> open.resolve("169.254.169.254"));
    }
}
