/**
 * Tells organizers' own programs what happened, as Standard Webhooks. Stands on top: it hears what other modules tell
 * everybody, and nobody calls it.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "communication",
            "conference",
            "payments",
            "registration",
            "papers"
        })
package org.plenary.webhooks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
