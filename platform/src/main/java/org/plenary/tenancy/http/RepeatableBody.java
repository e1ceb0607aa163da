package org.plenary.tenancy.http;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.plenary.kernel.Problem;

/** A request whose body was read ahead, so that it can be compared and still be read by its handler. */
final class RepeatableBody extends HttpServletRequestWrapper {
    private static final int MAXIMUM = 40 * 1024 * 1024;

    private final byte[] content;

    RepeatableBody(HttpServletRequest request) throws IOException {
        super(request);
        content = request.getInputStream().readNBytes(MAXIMUM + 1);
        if (content.length > MAXIMUM) throw new Problem.InvalidInput("", "too_large", "The body is too large.");
    }

    byte[] content() {
        return content;
    }

    @Override
    public ServletInputStream getInputStream() {
        var bytes = new ByteArrayInputStream(content);
        return new ServletInputStream() {
            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                return bytes.read(target, offset, length);
            }

            @Override
            public boolean isFinished() {
                return bytes.available() == 0;
            }

            @Override
            public boolean isReady() {
                return true;
            }

            @Override
            public void setReadListener(ReadListener listener) {
                throw new UnsupportedOperationException("the body is there already");
            }
        };
    }

    @Override
    public BufferedReader getReader() {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }
}
