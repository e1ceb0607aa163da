package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/** Somebody wants to sign in with another address, which has yet to be confirmed. */
public record EmailChangeAsked(UUID change) implements PlatformEvent {}
