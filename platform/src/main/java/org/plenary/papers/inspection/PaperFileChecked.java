package org.plenary.papers.inspection;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;
import org.plenary.tenancy.TenantId;

/** A paper's file was looked into; may come twice. @param file the one that was */
public record PaperFileChecked(TenantId tenant, UUID paper, UUID file) implements TenantEvent {}
