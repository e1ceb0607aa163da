package org.plenary.papers;

import java.util.UUID;
import org.plenary.tenancy.TenantEvent;

/** An author submitted a paper. */
public interface PaperArrived extends TenantEvent {
    UUID paper();
}
