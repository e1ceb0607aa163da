package org.plenary.admin.backup;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a sealed stream; it ends where it was closed, or fails. */
final class SealedInput extends InputStream {
    private final DataInputStream in;
    private final Sealed sealed;
    private byte[] block = new byte[0];
    private int at;
    private boolean last;

    SealedInput(InputStream in, Sealed sealed) {
        this.in = new DataInputStream(in);
        this.sealed = sealed;
    }

    @Override
    public int read() throws IOException {
        return fill() ? block[at++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        if (length == 0) return 0;
        if (!fill()) return -1;
        var some = Math.min(length, block.length - at);
        System.arraycopy(block, at, bytes, from, some);
        at += some;
        return some;
    }

    private boolean fill() throws IOException {
        while (at == block.length) {
            if (last) return false;
            last = in.readBoolean();
            var length = in.readInt();
            if (length < Sealed.TAG_BYTES || length > Sealed.BLOCK + Sealed.TAG_BYTES)
                throw new IOException("a sealed archive is damaged");
            var bytes = new byte[length];
            in.readFully(bytes);
            block = sealed.open(bytes, last);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
