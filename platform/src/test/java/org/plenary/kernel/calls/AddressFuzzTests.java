package org.plenary.kernel.calls;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** An address that somebody names is a public name over TLS, or refused. */
class AddressFuzzTests {
    @FuzzTest(maxDuration = "60s")
    void anyAddressIsAPublicNameOrRefused(byte[] content) {
        var text = new String(content, StandardCharsets.UTF_8);
        if (!OutsideAddress.isGood(text, false)) return;

        var address = URI.create(text);
        assertThat(address.getScheme()).isEqualToIgnoringCase("https");
        assertThat(address.getRawUserInfo()).isNull();
        assertThat(address.getHost())
                .matches("[A-Za-z0-9.-]+\\.[A-Za-z][A-Za-z0-9-]*")
                .doesNotMatch("(?i)(.*\\.)?localhost");
    }
}
