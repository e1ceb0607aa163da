package org.plenary.webhooks.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plenary.kernel.Violations;

class EndpointAddressTests {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.org/plenary?key=a%20b",
                "https://example.org",
                "https://EXAMPLE.org:8443/x",
                "https://xn--fsqu00a.xn--0zwm56d/hook"
            })
    void publicNamesAreTaken(String url) {
        assertThat(found(url, false).isEmpty()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://example.org/",
                "https://localhost/",
                "https://a.localhost/",
                "https://intranet/",
                "https://127.0.0.1/",
                "https://10.0.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://2130706433/",
                "https://0177.0.0.1/",
                "https://0x7f.0.0.1/",
                "https://[::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://user:secret@example.org/",
                "https://example.org/#fragment",
                "https://example.org:0/",
                "https://example.org:70000/",
                "https:///path",
                "//example.org/",
                "not an address",
                ""
            })
    void everythingElseIsRefused(String url) {
        var found = found(url, false);

        assertThat(found.list())
                .singleElement()
                .satisfies(violation -> assertThat(violation.pointer()).isEqualTo("/url"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:1234/x", "http://127.0.0.1:1234/x"})
    void thisMachineIsTakenWhereThatIsAllowed(String url) {
        assertThat(found(url, true).isEmpty()).isTrue();
        assertThat(found(url, false).isEmpty()).isFalse();
    }

    private static Violations found(String url, boolean loopbackAllowed) {
        var found = new Violations();
        EndpointAddress.check(found, url, loopbackAllowed);
        return found;
    }
}
