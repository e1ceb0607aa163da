package org.plenary.registration.group;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody was asked to take a place of a group. @param key names the mail: one key is sent once */
record PlaceInvited(TenantId tenant, UUID conference, UUID place, String key, boolean isReminder)
        implements TenantEvent {}
