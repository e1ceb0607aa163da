package org.plenary.communication.sender;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** One of the organization wants to see what its mails look like; @param account who, and to whom it goes */
record MailSampleAsked(TenantId tenant, UUID request, UUID account, String language) implements TenantEvent {}
