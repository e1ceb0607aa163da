package org.plenary.tenancy.http;

import java.time.Duration;
import org.apache.coyote.Processor;
import org.apache.coyote.http11.Http11NioProtocol;

/**
 * HTTP/1.1 that waits only so long for a request. Tomcat's own limit is for each pause, so whoever sends a byte now and then keeps a
 * connection for ever, and who has enough of them keeps all others out. Here a head has to be there within a time, and a body may keep us
 * waiting as long again, and a second more for each kilobyte of it that came.
 */
public final class PatientProtocol extends Http11NioProtocol {
    private volatile Duration patience = Duration.ofSeconds(30);

    void setPatience(Duration time) {
        patience = time;
    }

    Duration patience() {
        return patience;
    }

    @Override
    protected Processor createProcessor() {
        return new PatientProcessor(this, getAdapter());
    }
}
