package org.plenary.papers.submission;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** Somebody was named as an author by another, and is to be asked whether that is so. */
record CoauthorNamed(TenantId tenant, UUID coauthor) implements TenantEvent {}
