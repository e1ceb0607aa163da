package org.plenary.lodging.contact;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;

/** Somebody of a hotel who may see that hotel's guests. @param locale in which they are written to */
record HotelContact(
        UUID id,
        UUID hotel,
        UUID account,
        String name,
        String email,
        Locale locale,
        String invitedBy,
        Instant invitedAt) {}
