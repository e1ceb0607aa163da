package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/** Somebody is to show that an address is theirs by a code that is mailed to it. */
public record AddressCodeAsked(UUID code) implements PlatformEvent {}
