package org.plenary.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** No file of the repository has a secret in it that opens anything. */
class SecretsTests {
    private static final Map<String, Pattern> SECRETS = Map.of(
            "a key of Stripe", Pattern.compile("\\b[sr]k_(live|test)_[0-9A-Za-z]{10,}"),
            "a secret of webhooks", Pattern.compile("\\bwhsec_[0-9A-Za-z+/=]{16,}"),
            "a key of Amazon", Pattern.compile("\\b(AKIA|ASIA)[0-9A-Z]{16}\\b"),
            "a private key", Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY"),
            "a token of a host of code",
                    Pattern.compile("\\b(gh[pousr]_[0-9A-Za-z]{20,}|github_pat_\\w{10,}|glpat-\\w{10,})"),
            "a key of Google, Slack or SendGrid",
                    Pattern.compile("\\b(AIza[0-9A-Za-z_-]{35}|xox[abprs]-[0-9A-Za-z-]{10,}|SG\\.[\\w-]{16,}\\.)"),
            "a signed token", Pattern.compile("\\beyJ[\\w-]{10,}\\.[\\w-]{5,}\\.[\\w-]*"),
            "a password in an address", Pattern.compile("\\w://[^/\\s@:\"'{}<>$]+:[^/\\s@\"'{}<>$]+@"),
            "a long secret in a setting",
                    Pattern.compile(
                            "(?i)(secret|password|token|api[-_]?key)[\"']?\\s*[:=]\\s*[\"']?(?=[^\"'\\s]*\\d)(?=[^\"'\\s]*[a-z])[0-9a-z+/_]{24,}"));

    /** What looks like one, and why it opens nothing. */
    private static final Map<String, String> HARMLESS = Map.of(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "the example of the Standard Webhooks themselves",
            "eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "a token without a signature, which a test holds is refused",
            "://user:password@", "says where a password goes",
            "://user:secret@", "an address that a test holds is refused");

    @Test
    void noFileHasASecretInIt() throws Exception {
        var found = new ArrayList<String>();
        var files = tracked();
        for (var file : files)
            in(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .forEach(secret -> found.add(file + " has " + secret));

        assertThat(files).hasSizeGreaterThan(1000);
        assertThat(found).isEmpty();
    }

    /** Put together here, so that this file has none either. */
    @Test
    void eachKindOfSecretIsKnown() {
        var letters = "abcdefghij0123456789ABCDEFGHIJ012345";
        assertThat(List.of(
                        "sk_live" + "_" + letters,
                        "rk_test" + "_" + letters,
                        "whsec" + "_" + letters,
                        "AKIA" + "ABCDEFGHIJKLMNOP",
                        "-----BEGIN" + " EC PRIVATE KEY-----",
                        "ghp" + "_" + letters,
                        "AIza" + letters.substring(1),
                        "eyJhbGciOiJIUzI1NiJ9" + ".eyJzdWIiOiJ4In0." + letters,
                        "postgresql" + "://plenary:" + letters + "@db/plenary",
                        "client-secret" + ": " + letters,
                        "PASSWORD" + " = \"" + letters + "\""))
                .allSatisfy(secret -> assertThat(in("x = " + secret)).isNotEmpty());
    }

    private static List<String> in(String text) {
        var found = new ArrayList<String>();
        SECRETS.forEach((what, pattern) -> pattern.matcher(text)
                .results()
                .map(match -> match.group())
                .filter(secret -> HARMLESS.keySet().stream().noneMatch(secret::endsWith))
                .forEach(secret -> found.add(what + ": " + secret)));
        return found;
    }

    /** By git, so that what somebody keeps beside it for themselves is not looked into; an archive of the source has no git. */
    private static List<Path> tracked() throws IOException, InterruptedException {
        var repository = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(repository.resolve("deploy/app"))) repository = repository.getParent();
        assumeTrue(Files.exists(repository.resolve(".git")), "not a checkout");
        var list = Files.createTempFile("tracked", "");
        try {
            var git = new ProcessBuilder("git", "-C", repository.toString(), "ls-files", "-z")
                    .redirectOutput(list.toFile())
                    .start();
            assertThat(git.waitFor()).isZero();
            var root = repository;
            return List.of(Files.readString(list).split("\0")).stream()
                    .map(root::resolve)
                    .filter(Files::isRegularFile)
                    .toList();
        } finally {
            Files.delete(list);
        }
    }
}
