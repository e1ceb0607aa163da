package org.plenary.embedded;

/** A started service and the way to stop it; closing twice does nothing more. */
interface RunningService extends AutoCloseable {

    Service service();

    @Override
    void close();
}
