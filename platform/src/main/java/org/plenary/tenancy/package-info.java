/**
 * The organizing bodies and the boundary between them: which tenant a piece of work belongs to, its host, its schema, its
 * connections, and the delivery of its events.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "kernel")
package org.plenary.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
