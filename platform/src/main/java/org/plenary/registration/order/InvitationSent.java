package org.plenary.registration.order;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** An invitation is to be mailed. @param sending names this very mail: one that is sent again has another */
public record InvitationSent(TenantId tenant, UUID sending, UUID invitation) implements TenantEvent {}
