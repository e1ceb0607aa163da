package org.plenary.kernel;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of which only so many are read, whatever was said of how many there are. */
public final class BoundedStream extends FilterInputStream {
    private final TooMuch tooMuch;
    private int left;

    /** What becomes of a reader who would read more. */
    @FunctionalInterface
    public interface TooMuch {
        void refuse() throws IOException;
    }

    /** @param most bytes */
    public BoundedStream(InputStream bytes, int most, TooMuch tooMuch) {
        super(bytes);
        left = most;
        this.tooMuch = tooMuch;
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
        if (left < 0) tooMuch.refuse();
        return answer;
    }
}
