package org.plenary.papers.text;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A paper's text may be another one than the one that is kept; may come twice. */
record PaperTextDue(TenantId tenant, UUID paper) implements TenantEvent {}
