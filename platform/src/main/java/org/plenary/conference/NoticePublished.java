package org.plenary.conference;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Sections of a conference's registration notice were published, or published again after a change. */
public record NoticePublished(TenantId tenant, UUID conference, int edition) implements TenantEvent {}
