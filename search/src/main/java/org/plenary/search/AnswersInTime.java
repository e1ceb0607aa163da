package org.plenary.search;

import co.elastic.clients.transport.rest5_client.low_level.Rest5ClientBuilder;
import java.time.Duration;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.elasticsearch.autoconfigure.Rest5ClientBuilderCustomizer;
import org.springframework.stereotype.Component;

/**
 * Gives up a node that takes a request and never answers. The time-out of Spring Boot's settings is the socket's, which does not end this
 * wait: whoever searched waited for as long as the node hung.
 */
@Component
class AnswersInTime implements Rest5ClientBuilderCustomizer {
    private final Duration longest;

    AnswersInTime(@Value("${spring.elasticsearch.socket-timeout:10s}") Duration longest) {
        this.longest = longest;
    }

    @Override
    public void customize(Rest5ClientBuilder builder) {}

    @Override
    public void customize(RequestConfig.Builder request) {
        request.setResponseTimeout(Timeout.of(longest));
    }
}
