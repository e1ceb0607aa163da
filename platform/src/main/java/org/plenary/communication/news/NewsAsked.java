package org.plenary.communication.news;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody wants to be told what is new; @param request makes every asking another one */
record NewsAsked(TenantId tenant, UUID request, UUID conference, UUID subscriber) implements TenantEvent {}
