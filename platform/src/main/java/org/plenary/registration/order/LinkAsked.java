package org.plenary.registration.order;

import java.util.Locale;
import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody asked for the links of what was ordered under an address. @param request names this very request */
public record LinkAsked(TenantId tenant, UUID request, UUID conference, String email, Locale locale)
        implements TenantEvent {}
