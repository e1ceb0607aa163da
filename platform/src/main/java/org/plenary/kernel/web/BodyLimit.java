package org.plenary.kernel.web;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Map;
import org.plenary.kernel.BoundedStream;
import org.plenary.kernel.Problem;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** No body that becomes objects is endless: as objects, one of brackets alone takes twenty times its size. */
@ControllerAdvice
class BodyLimit extends RequestBodyAdviceAdapter {
    private static final int MEGABYTES = 5;
    private static final int MOST_BYTES = MEGABYTES * 1024 * 1024;

    @Override
    public boolean supports(MethodParameter parameter, Type type, Class<? extends HttpMessageConverter<?>> converter) {
        return true;
    }

    @Override
    public HttpInputMessage beforeBodyRead(
            HttpInputMessage message,
            MethodParameter parameter,
            Type type,
            Class<? extends HttpMessageConverter<?>> converter)
            throws IOException {
        if (message.getHeaders().getContentLength() > MOST_BYTES)
            throw new Problem.InvalidInput(
                    "", "too_large", "At most " + MEGABYTES + " MB.", Map.of("megabytes", MEGABYTES));
        // one that comes in chunks does not say before how long it is
        var body = new BoundedStream(message.getBody(), MOST_BYTES, BodyLimit::refuse);
        return new Limited(message.getHeaders(), body);
    }

    private static void refuse() throws IOException {
        throw new IOException("the body is too large");
    }

    private record Limited(HttpHeaders headers, InputStream body) implements HttpInputMessage {
        @Override
        public HttpHeaders getHeaders() {
            return headers;
        }

        @Override
        public InputStream getBody() {
            return body;
        }
    }
}
