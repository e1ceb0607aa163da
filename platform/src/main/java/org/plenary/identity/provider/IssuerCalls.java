package org.plenary.identity.provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.io.CloseMode;
import org.plenary.kernel.calls.OutsideCalls;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.HttpComponentsClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.stereotype.Component;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestTemplate;

/**
 * Calls providers, whose addresses somebody outside has named: only public ones, following nowhere, no longer than the time-out
 * altogether and reading no more than such answers ever have.
 */
@Component
class IssuerCalls implements DisposableBean {
    private static final int LONGEST_ANSWER = 512 * 1024;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("issuer-watch").factory());
    private final RestTemplate plain;
    private final RestClient tokens;

    IssuerCalls(ProviderSettings settings) {
        client = OutsideCalls.client("Plenary-Sign-In/1", settings.timeout(), settings.loopbackAllowed());
        var requests = requests(settings.timeout());
        plain = new RestTemplate(requests);
        plain.getInterceptors().add(IssuerCalls::whole);
        tokens = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(IssuerCalls::whole)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build();
    }

    private ClientHttpRequestFactory requests(Duration timeout) {
        return new HttpComponentsClientHttpRequestFactory(client) {
            @Override
            protected void postProcessHttpRequest(ClassicHttpRequest request) {
                if (request instanceof Cancellable call)
                    watch.schedule(call::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
            }
        };
    }

    /** For what is asked by GET. */
    RestTemplate plain() {
        return plain;
    }

    /** For the exchange of a code. */
    RestClient tokens() {
        return tokens;
    }

    private static ClientHttpResponse whole(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        try (var response = execution.execute(request, body)) {
            var content = response.getBody().readNBytes(LONGEST_ANSWER + 1);
            if (content.length > LONGEST_ANSWER) throw new IOException("the answer is too long");
            return new Answer(response.getStatusCode(), response.getStatusText(), response.getHeaders(), content);
        }
    }

    private record Answer(HttpStatusCode status, String text, HttpHeaders headers, byte[] content)
            implements ClientHttpResponse {
        @Override
        public HttpStatusCode getStatusCode() {
            return status;
        }

        @Override
        public String getStatusText() {
            return text;
        }

        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return new ByteArrayInputStream(content);
        }

        @Override
        public void close() {}
    }

    @Override
    public void destroy() {
        watch.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
