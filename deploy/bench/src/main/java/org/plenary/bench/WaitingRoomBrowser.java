package org.plenary.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;

/** One browser on this machine: it keeps its connection and its place in the line, and does little else. */
@NullMarked
final class WaitingRoomBrowser implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private final String host;
    private String headers = "";
    private @Nullable Socket socket;

    WaitingRoomBrowser(int port, String host) {
        this.port = port;
        this.host = host + ":" + port;
    }

    record Answer(int status, String body) {}

    /** Adds a header to all requests from now on. */
    WaitingRoomBrowser with(String name, String value) {
        headers += name + ": " + value + "\r\n";
        return this;
    }

    Answer get(String path) throws IOException {
        return send("GET", path, "");
    }

    Answer send(String method, String path, String body) throws IOException {
        return send(method, path, "application/json", body);
    }

    /** Sends a form, as the token endpoint wants it (RFC 6749, section 4.4.2). */
    Answer form(String path, String body) throws IOException {
        return send("POST", path, "application/x-www-form-urlencoded", body);
    }

    private Answer send(String method, String path, String type, String body) throws IOException {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers
                + (content.length == 0
                        ? "\r\n"
                        : "Content-Type: " + type + "\r\nContent-Length: " + content.length + "\r\n\r\n");
        var open = socket == null || socket.isClosed() ? connect() : socket;
        OutputStream out = open.getOutputStream();
        var request = new ByteArrayOutputStream();
        request.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        request.writeBytes(content);
        out.write(request.toByteArray());
        return answer(new BufferedInputStream(open.getInputStream(), 4096));
    }

    private Socket connect() throws IOException {
        var fresh = new Socket(InetAddress.getLoopbackAddress(), port);
        fresh.setTcpNoDelay(true);
        fresh.setSoTimeout(PATIENCE_MILLIS);
        socket = fresh;
        return fresh;
    }

    private Answer answer(InputStream in) throws IOException {
        var status = Integer.parseInt(line(in).split(" ")[1]);
        var length = 0;
        var isChunked = false;
        var isLast = false;
        for (var line = line(in); !line.isEmpty(); line = line(in)) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            isChunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
            isLast |= header.startsWith("connection:") && header.endsWith("close");
            if (header.startsWith("set-cookie: plenary-rush-")) with("Cookie", line.substring(12, line.indexOf(';')));
        }
        var body = isChunked ? chunks(in) : in.readNBytes(length);
        if (isLast) close();
        return new Answer(status, new String(body, StandardCharsets.UTF_8));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = Integer.parseInt(line(in), 16);
            body.writeBytes(in.readNBytes(size));
            line(in);
            if (size == 0) return body.toByteArray();
        }
    }

    private static String line(InputStream in) throws IOException {
        var line = new StringBuilder();
        for (var c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) socket.close();
        socket = null;
    }
}
