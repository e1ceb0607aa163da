package org.plenary.admin.backup;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes a sealed stream; it is whole when this is closed, and not before. */
final class SealedOutput extends OutputStream {
    private final DataOutputStream out;
    private final Sealed sealed;
    private final byte[] block = new byte[Sealed.BLOCK];
    private int filled;
    private boolean closed;

    SealedOutput(OutputStream out, Sealed sealed) {
        this.out = new DataOutputStream(out);
        this.sealed = sealed;
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        var at = from;
        while (at < from + length) {
            if (filled == block.length) put(false);
            var some = Math.min(block.length - filled, from + length - at);
            System.arraycopy(bytes, at, block, filled, some);
            filled += some;
            at += some;
        }
    }

    private void put(boolean last) throws IOException {
        var bytes = sealed.seal(block, filled, last);
        out.writeBoolean(last);
        out.writeInt(bytes.length);
        out.write(bytes);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (closed) return;
        closed = true;
        put(true);
        out.close();
    }
}
