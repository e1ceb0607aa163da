package org.plenary.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmbeddedServicesIT {

    private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]*)\"");

    @TempDir
    private static Path data;

    private static EmbeddedServices services;

    @BeforeAll
    static void startsEverythingButTheSandbox() {
        services =
                EmbeddedServices.start(new Settings(data, EnumSet.complementOf(EnumSet.of(Kind.SANDBOX)), false, 8080));
    }

    @AfterAll
    static void stops() {
        services.close();
    }

    @Test
    void everyServiceTellsItsAddressProcessAndLog() {
        assertThat(services.services())
                .extracting(Service::kind)
                .containsExactly(Kind.POSTGRES, Kind.REDIS, Kind.ELASTICSEARCH, Kind.MAIL);
        assertThat(services.services()).allSatisfy(service -> {
            assertThat(ProcessHandle.of(service.pid())).isPresent();
            assertThat(service.startedIn()).isPositive();
        });
        assertThat(services.service(Kind.ELASTICSEARCH).log()).content().contains("started {embedded}");
        assertThat(services.service(Kind.POSTGRES).log()).content().contains("ready to accept connections");
        assertThat(services.service(Kind.REDIS).log()).content().contains("Ready to accept connections");
    }

    @Test
    void aServiceThatWasNotStartedIsRefused() {
        assertThatThrownBy(() -> services.service(Kind.SANDBOX)).hasMessage("Card sandbox was not started");
    }

    @Test
    void withoutTheSandboxNoCardCallCanReachStripe() {
        assertThat(services.stripe())
                .containsOnlyKeys(
                        "api-base", "secret-key", "connect-webhook-secret", "platform-webhook-secret", "open-accounts")
                .containsEntry("api-base", "http://127.0.0.1:9")
                .hasEntrySatisfying("secret-key", key -> assertThat(key).startsWith("sk_test_"));
    }

    @Test
    void aSecondStartOnTheSameFolderIsRefused() {
        assertThatThrownBy(() -> EmbeddedServices.start(new Settings(data, EnumSet.of(Kind.MAIL), false, 8080)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("already running");
    }

    @Test
    void postgresHasRoomForManySchemasAndKnowsUnicode() throws Exception {
        var postgres = services.service(Kind.POSTGRES);

        assertThat(Sql.ask(postgres, "show max_locks_per_transaction")).isEqualTo("256");
        assertThat(Sql.ask(postgres, "show listen_addresses")).isEqualTo("127.0.0.1");
        assertThat(Sql.ask(postgres, "show fsync")).isEqualTo("off");
        assertThat(Sql.ask(postgres, "select upper('é')")).isEqualTo("É");
    }

    @Test
    void elasticsearchIsHealthy() throws Exception {
        assertThat(elasticsearch("GET", "/_cluster/health", "")).contains("\"number_of_nodes\":1");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "analyzer":"english" | The running horses | run,hors
                    "analyzer":"cjk" | 机器学习 | 机器,器学,学习
                    "analyzer":"smartcn" | 我们研究机器学习 | 我们,研究,机器,学习
                    "tokenizer":"standard","filter":["lowercase","asciifolding"] | Zürich Café | zurich,cafe
                    "tokenizer":"keyword","filter":[{"type":"edge_ngram","max_gram":3}] | paper | p,pa,pap
                    "tokenizer":"whitespace","char_filter":["html_strip"] | <p>deep <b>nets | deep,nets
                    "tokenizer":{"type":"edge_ngram","min_gram":2,"max_gram":3} | paper | pa,pap
                    """)
    void analyzersOfAProductionNodeWork(String analysis, String text, String tokens) throws Exception {
        var answer = elasticsearch("POST", "/_analyze", "{%s,\"text\":\"%s\"}".formatted(analysis, text));

        var found = TOKEN.matcher(answer).results().map(token -> token.group(1)).toList();
        assertThat(found).containsExactly(tokens.split(","));
    }

    @Test
    void aDocumentIsFoundByItsAnalyzedText() throws Exception {
        elasticsearch("PUT", "/papers", """
                {"mappings":{"properties":{"title":{"type":"text","analyzer":"english"}}}}""");
        elasticsearch("PUT", "/papers/_doc/1?refresh=true", "{\"title\":\"Learning from networks\"}");

        var hits = elasticsearch("POST", "/papers/_search", "{\"query\":{\"match\":{\"title\":\"network\"}}}");

        assertThat(hits).contains("\"_id\":\"1\"");
    }

    private static String elasticsearch(String method, String path, String body)
            throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create(services.service(Kind.ELASTICSEARCH).address() + path))
                .method(method, BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var response = client.send(request, BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 201);
            return response.body();
        }
    }
}
