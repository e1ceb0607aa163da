package org.plenary.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One connection to the application on this machine, kept open. It does no more than a load needs, because the load
 * generator shares the processors with what it measures.
 */
final class Wire implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 60_000;

    private final int port;
    private @Nullable Socket socket;
    private @Nullable InputStream in;
    private long answeredAt;
    private int received;

    Wire(int port) {
        this.port = port;
    }

    /**
     * @param location where a redirect leads; empty without one
     * @param cookie those that were set, names and values as they are sent back; empty without one
     */
    record Answer(int status, String body, String location, String cookie) {}

    /** The bytes of a request; the host names the tenant. */
    static byte[] request(String method, String host, String path, Map<String, String> headers, String body) {
        var content = body.getBytes(StandardCharsets.UTF_8);
        var head = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: " + host + "\r\n");
        headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
        if (!method.equals("GET")) head.append("Content-Length: " + content.length + "\r\n");
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(content);
        return bytes.toByteArray();
    }

    Answer send(byte[] request) throws IOException {
        var stream = in == null || socket == null ? connect() : in;
        if (socket == null) throw new IOException("not connected");
        try {
            socket.getOutputStream().write(request);
            return answer(stream);
        } catch (IOException e) {
            close();
            throw e;
        }
    }

    /** When the last answer began, as {@link System#nanoTime} counts. */
    long answeredAt() {
        return answeredAt;
    }

    /** Bytes of the last answer's body. */
    int received() {
        return received;
    }

    private InputStream connect() throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream(), 16_384);
        return in;
    }

    private Answer answer(InputStream stream) throws IOException {
        var status = Integer.parseInt(line(stream).split(" ")[1]);
        answeredAt = System.nanoTime();
        var length = 0;
        var isChunked = false;
        var isLast = false;
        var location = "";
        var cookies = new ArrayList<String>();
        for (var line = line(stream); !line.isEmpty(); line = line(stream)) {
            var header = line.toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:"))
                length = Integer.parseInt(header.substring(15).strip());
            isChunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
            if (header.startsWith("location:")) location = line.substring(9).strip();
            if (header.startsWith("set-cookie:"))
                cookies.add(line.substring(11).split(";", 2)[0].strip());
            isLast |= header.startsWith("connection:") && header.endsWith("close");
        }
        var body = isChunked ? chunks(stream) : exactly(stream, length);
        received = body.length;
        if (isLast) close();
        return new Answer(status, new String(body, StandardCharsets.UTF_8), location, String.join("; ", cookies));
    }

    private static byte[] chunks(InputStream stream) throws IOException {
        var body = new ByteArrayOutputStream();
        while (true) {
            var size = Integer.parseInt(line(stream), 16);
            body.writeBytes(exactly(stream, size));
            line(stream);
            if (size == 0) return body.toByteArray();
        }
    }

    private static byte[] exactly(InputStream stream, int length) throws IOException {
        var bytes = stream.readNBytes(length);
        if (bytes.length < length) throw new EOFException();
        return bytes;
    }

    private static String line(InputStream stream) throws IOException {
        var line = new StringBuilder();
        for (var c = stream.read(); c != '\n'; c = stream.read()) {
            if (c < 0) throw new EOFException();
            if (c != '\r') line.append((char) c);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) socket.close();
        socket = null;
        in = null;
    }
}
