package org.plenary.dev;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of parts that is in the jar for production, beside the libraries that are shipped with it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListOfPartsTests {
    /**
     * What a part may be under, as the list calls it; of a part with several, one is enough. All let us ship it as a library of its own
     * beside code under Apache-2.0.
     */
    private static final Set<String> LICENCES = Set.of(
            "0BSD",
            "Apache-2.0",
            "BSD-2-Clause",
            "BSD-3-Clause",
            "EPL-2.0",
            "ISC",
            "LGPL-2.1-or-later",
            "MIT",
            "MPL-2.0",
            "Public Domain",
            "Unicode-3.0",
            // Spring Session's own name for Apache-2.0
            "Broadcom Foundation License",
            // the three clauses of BSD under names of their own
            "Go License",
            "The (New) BSD License",
            "iCal4j - License",
            // dom4j's, the same with two more sentences about its name
            "Plexus");

    private List<JsonNode> parts = List.of();

    @BeforeAll
    void theListIsInTheJar() throws IOException {
        try (var jar = new JarFile(PackagedApplication.jar().toFile());
                var list = jar.getInputStream(jar.getEntry("META-INF/sbom/application.cdx.json"))) {
            var components = JsonMapper.shared().readTree(list).at("/components");
            parts = StreamSupport.stream(components.spliterator(), false).toList();
        }
    }

    @Test
    void whatIsShippedIsWhatIsListedToTheByte() throws Exception {
        var shipped = new HashSet<String>();
        try (var libraries = Files.list(PackagedApplication.jar().resolveSibling("lib"))) {
            for (var library : libraries.toList()) shipped.add(hash(library));
        }
        var listed = parts.stream().map(ListOfPartsTests::hash).collect(Collectors.toSet());

        assertThat(shipped).hasSizeGreaterThan(200).isEqualTo(listed);
    }

    @Test
    void eachPartIsAReleaseUnderALicenceThatLetsUsShipIt() {
        assertThat(parts).allSatisfy(part -> {
            assertThat(part.at("/version").asString()).isNotEmpty().doesNotContain("SNAPSHOT");
            assertThat(licences(part)).as(name(part)).containsAnyElementsOf(LICENCES);
        });
    }

    @Test
    void noPartIsForDevelopmentOrTests() {
        assertThat(parts)
                .extracting(ListOfPartsTests::name)
                .contains("plenary-platform")
                .noneMatch(name -> name.matches(
                        ".*(embedded|sandbox|stripe-types|greenmail|playwright|junit|assertj|jqwik|devtools).*"));
    }

    private static List<String> licences(JsonNode part) {
        return StreamSupport.stream(part.at("/licenses").spliterator(), false)
                .map(each ->
                        each.at("/license/id").asString(each.at("/license/name").asString()))
                .toList();
    }

    private static String name(JsonNode part) {
        return part.at("/name").asString();
    }

    private static String hash(JsonNode part) {
        return StreamSupport.stream(part.at("/hashes").spliterator(), false)
                .filter(hash -> hash.at("/alg").asString().equals("SHA-256"))
                .map(hash -> hash.at("/content").asString())
                .findFirst()
                .orElse("none of " + name(part));
    }

    private static String hash(Path library) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(library)));
    }
}
