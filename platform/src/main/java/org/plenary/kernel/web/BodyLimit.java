package org.plenary.kernel.web;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Type;
import java.util.Map;
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
        return new Limited(message.getHeaders(), new Counted(message.getBody()));
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

    /** Of what does not say before how long it is. */
    private static final class Counted extends FilterInputStream {
        private int left = MOST_BYTES;

        Counted(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            return counted(super.read(), 1);
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            var read = super.read(target, offset, length);
            return counted(read, read);
        }

        private int counted(int answer, int bytes) throws IOException {
            if (answer >= 0) left -= bytes;
            if (left < 0) throw new IOException("the body is too large");
            return answer;
        }
    }
}
