package org.plenary.tenancy.http;

/** What kind of host a request came to; kept as a request attribute under this class's name. */
enum HostKind {
    PLATFORM,
    TENANT,

    /** Neither, where only probes of the machine's own are answered. */
    BARE;

    static final String ATTRIBUTE = HostKind.class.getName();
}
