package org.plenary.tenancy.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import org.apache.coyote.Adapter;
import org.apache.coyote.ErrorState;
import org.apache.coyote.InputBuffer;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.coyote.http11.Http11Processor;
import org.apache.tomcat.util.net.AbstractEndpoint.Handler.SocketState;
import org.apache.tomcat.util.net.ApplicationBufferHandler;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/** Reads the requests of one connection after the other, and ends a connection whose request comes too slowly. */
final class PatientProcessor extends Http11Processor {
    private static final int BYTES_A_SECOND = 1024;

    private final PatientProtocol patient;
    private final Adapter draining;

    PatientProcessor(PatientProtocol protocol, Adapter adapter) {
        super(protocol, adapter);
        patient = protocol;
        draining = new Draining(adapter);
        request.setInputBuffer(new Body(request.getInputBuffer()));
    }

    /** Called whenever something came: a request that has begun already is one whose head is not whole. */
    @Override
    public SocketState service(SocketWrapperBase<?> socket) throws IOException {
        var begun = request.getStartTimeNanos();
        var isLate =
                begun >= 0 && System.nanoTime() - begun > patient.patience().toNanos();
        return isLate ? SocketState.CLOSED : super.service(socket);
    }

    @Override
    public Adapter getAdapter() {
        return draining;
    }

    /** Counts how long one body is waited for. */
    private final class Body implements InputBuffer {
        private final InputBuffer received;
        private long begun = -1;
        private long waited;
        private long bytes;

        Body(InputBuffer received) {
            this.received = received;
        }

        @Override
        public int doRead(ApplicationBufferHandler handler) throws IOException {
            startAnewWithEachRequest();
            var from = System.nanoTime();
            var read = received.doRead(handler);
            waited += System.nanoTime() - from;
            if (read > 0) bytes += read;
            var allowed = patient.patience().plusSeconds(bytes / BYTES_A_SECOND);
            if (waited <= allowed.toNanos()) return read;
            setErrorState(ErrorState.CLOSE_CONNECTION_NOW, null);
            throw new InterruptedIOException("the body comes too slowly");
        }

        private void startAnewWithEachRequest() {
            if (begun == request.getStartTimeNanos()) return;
            begun = request.getStartTimeNanos();
            waited = 0;
            bytes = 0;
        }

        @Override
        public int available() {
            return received.available();
        }
    }

    /**
     * When it was answered without being read, Tomcat reads on to find the next request, as slowly as the rest of this one comes: it is
     * read here before.
     */
    private void drain() {
        var rest = new Unread();
        try {
            var most = request.getBytesRead() + patient.getMaxSwallowSize();
            while (request.getBytesRead() < most && !request.isFinished() && request.doRead(rest) >= 0) continue;
        } catch (IOException e) {
            // that it is over is noted already
            setErrorState(ErrorState.CLOSE_CONNECTION_NOW, null);
        }
    }

    /** Is given what came, and does nothing with it. */
    private static final class Unread implements ApplicationBufferHandler {
        private ByteBuffer last = ByteBuffer.allocate(0);

        @Override
        public void setByteBuffer(ByteBuffer buffer) {
            last = buffer;
        }

        @Override
        public ByteBuffer getByteBuffer() {
            return last;
        }

        @Override
        public void expand(int size) {
            // what comes is never kept
        }
    }

    private final class Draining implements Adapter {
        private final Adapter application;

        Draining(Adapter application) {
            this.application = application;
        }

        @Override
        public void service(Request asked, Response answer) throws Exception {
            application.service(asked, answer);
            // who waits to be told to send the body never does
            if (!isAsync() && !asked.hasExpectation() && !getErrorState().isError()) drain();
        }

        @Override
        public boolean prepare(Request asked, Response answer) throws Exception {
            return application.prepare(asked, answer);
        }

        @Override
        public boolean asyncDispatch(Request asked, Response answer, SocketEvent event) throws Exception {
            return application.asyncDispatch(asked, answer, event);
        }

        @Override
        public void log(Request asked, Response answer, long time) {
            application.log(asked, answer, time);
        }

        @Override
        public void checkRecycled(Request asked, Response answer) {
            application.checkRecycled(asked, answer);
        }

        @Override
        public String getDomain() {
            return application.getDomain();
        }
    }
}
