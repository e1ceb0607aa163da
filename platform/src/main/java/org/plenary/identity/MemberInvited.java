package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody is to get a mail with an invitation to work for the organization. @param mailing how many there were with this one */
public record MemberInvited(TenantId tenant, UUID invitation, int mailing) implements TenantEvent {}
