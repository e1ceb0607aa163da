package org.plenary.admin.work;

/** SPI: how one kind of job is done. */
public interface TenantWork {
    TenantJob.Kind kind();

    /** Does all of it. What an earlier try has left is there still, and may be used or made anew. */
    void run(TenantJob job, Progress progress) throws Exception;

    /** Removes what is left of one that will not be done any more. Repeats safely. */
    default void abandon(TenantJob job) {}
}
