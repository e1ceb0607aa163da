package org.plenary.identity;

import java.util.UUID;
import org.plenary.tenancy.PlatformEvent;

/** Somebody wants a copy of all that is held of them. */
public record AccountCopyAsked(UUID account) implements PlatformEvent {}
