package org.plenary.admin.work;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** How far a job is. Each call may find that it is to stop, and throws {@link Stopped} then; so work calls it often. */
public final class Progress {
    private static final long QUIET_NANOS = Duration.ofMillis(250).toNanos();

    private final TenantJobs jobs;
    private final UUID job;
    private final UUID claim;
    private String step = "";
    private int done;
    private int total;
    private long told;

    Progress(TenantJobs jobs, UUID job, UUID claim) {
        this.jobs = jobs;
        this.job = job;
        this.claim = claim;
    }

    /** Somebody has cancelled the job, or another node has taken it up. */
    static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("the job was stopped", null, false, false);
        }
    }

    public void step(String name) {
        step = name;
        tell();
    }

    public void total(int all) {
        total = all;
        tell();
    }

    public void one() {
        done++;
        alive();
    }

    /** Nothing is done that counts, but work goes on. */
    public void alive() {
        if (System.nanoTime() - told > QUIET_NANOS) tell();
    }

    /** Keeps something for the next try. */
    public void keep(String name, String value) {
        if (!jobs.keep(job, claim, name, value)) throw new Stopped();
    }

    private void tell() {
        told = System.nanoTime();
        if (!jobs.tell(job, claim, step, done, total)) throw new Stopped();
    }

    /** One that says that work goes on with each part of it. */
    public OutputStream watched(OutputStream out) {
        return new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int length) throws IOException {
                alive();
                out.write(bytes, from, length);
            }
        };
    }

    public InputStream watched(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read(byte @Nullable [] bytes, int from, int length) throws IOException {
                alive();
                return super.read(bytes, from, length);
            }
        };
    }
}
