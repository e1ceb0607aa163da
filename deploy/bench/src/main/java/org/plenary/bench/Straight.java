package org.plenary.bench;

import java.io.IOException;
import java.util.List;
import java.util.function.Supplier;

/** All that one search of the application needs, sent straight to Elasticsearch one after the other. */
record Straight(Wire wire, Supplier<List<byte[]>> next) implements Load.Client {
    @Override
    public boolean work() throws IOException {
        for (var request : next.get()) if (wire.send(request).status() != 200) return false;
        return true;
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
