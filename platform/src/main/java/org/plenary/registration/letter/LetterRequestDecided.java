package org.plenary.registration.letter;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Staff decided about a request for an invitation. @param version of the request */
record LetterRequestDecided(TenantId tenant, UUID conference, UUID delegate, long version) implements TenantEvent {}
