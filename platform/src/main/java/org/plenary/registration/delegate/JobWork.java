package org.plenary.registration.delegate;

import java.io.IOException;

/** A kind of work on many delegates. It is called again after a crash, and goes on where {@link DelegateJob#done} stands. */
interface JobWork {
    String kind();

    /** @throws org.plenary.kernel.Problem when it cannot be done at all */
    void run(DelegateJob job) throws IOException;
}
