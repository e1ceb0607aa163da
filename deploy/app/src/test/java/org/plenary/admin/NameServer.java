package org.plenary.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Section;
import org.xbill.DNS.TXTRecord;
import org.xbill.DNS.Type;

/** A name server of our own, which says of a domain what a test puts into it. */
public final class NameServer {
    private static final NameServer OURS = new NameServer();
    private static final int LARGEST = 4096;

    private final Map<String, String> texts = new ConcurrentHashMap<>();
    private final DatagramSocket socket;
    private volatile boolean silent;

    private NameServer() {
        try {
            socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofPlatform().daemon().name("name-server").start(this::serve);
    }

    public static NameServer ours() {
        return OURS;
    }

    public String address() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public void put(String name, String text) {
        texts.put(name + ".", text);
    }

    void remove(String name) {
        texts.remove(name + ".");
    }

    /** Whether it refuses to say anything at all. */
    void silence(boolean now) {
        silent = now;
    }

    private void serve() {
        var buffer = new byte[LARGEST];
        while (!socket.isClosed()) {
            var packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                var asked = new Message(Arrays.copyOf(packet.getData(), packet.getLength()));
                var answer = answer(asked).toWire();
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            } catch (IOException e) {
                if (!socket.isClosed()) throw new UncheckedIOException(e);
            }
        }
    }

    private Message answer(Message asked) {
        var question = asked.getQuestion();
        var answer = new Message(asked.getHeader().getID());
        answer.getHeader().setFlag(Flags.QR);
        answer.addRecord(question, Section.QUESTION);
        if (silent) {
            answer.getHeader().setRcode(Rcode.SERVFAIL);
            return answer;
        }
        var name = question.getName();
        var text = texts.get(name.toString(true).concat("."));
        if (text == null) answer.getHeader().setRcode(Rcode.NXDOMAIN);
        else if (question.getType() == Type.TXT) answer.addRecord(record(name, text), Section.ANSWER);
        return answer;
    }

    private static TXTRecord record(Name name, String text) {
        return new TXTRecord(name, DClass.IN, 60, text);
    }
}
