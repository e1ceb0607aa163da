package org.plenary.papers.delegation;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody is to hear of a request. @param what happened, the end of a mail's name, @param version of the request, which names this time */
record SubReviewTold(TenantId tenant, UUID conference, UUID request, String what, long version)
        implements TenantEvent {}
