package org.plenary.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AddressTests {
    @Test
    void aHouseholdsIpv6AddressesCountAsOne() {
        assertThat(Address.network("2001:db8:1:2::1")).isEqualTo(Address.network("2001:db8:1:2:ffff::9"));
        assertThat(Address.network("2001:db8:1:2::1")).isNotEqualTo(Address.network("2001:db8:1:3::1"));
    }

    @Test
    void ipv4AddressesCountEach() {
        assertThat(Address.network("192.0.2.1")).isEqualTo("192.0.2.1");
    }

    @Test
    void peopleReadAnIpv6NetworkAsOne() {
        assertThat(Address.written("2001:db8:1:2:ffff::9")).isEqualTo("2001:db8:1:2::/64");
        assertThat(Address.written("0:0:0:0:0:0:0:1")).isEqualTo("::1");
        assertThat(Address.written("192.0.2.1")).isEqualTo("192.0.2.1");
        assertThat(Address.written("unknown")).isEqualTo("unknown");
    }
}
