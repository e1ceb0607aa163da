package org.plenary.admin;

import org.plenary.tenancy.PlatformEvent;

/** Nothing of a tenant is left, and the certificate of this number says so. */
public record DeletionCertified(String number) implements PlatformEvent {}
