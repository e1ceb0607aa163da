package org.plenary.papers.submission;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A paper has a file that is to be looked into: it is new, or its authors are others than before. Repeats safely. */
public record PaperFileArrived(TenantId tenant, UUID paper) implements TenantEvent {}
