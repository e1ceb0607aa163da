package org.plenary.tenancy;

/** Something that happened on the platform itself, to no tenant's data. Listeners run with no tenant bound. */
public interface PlatformEvent {}
