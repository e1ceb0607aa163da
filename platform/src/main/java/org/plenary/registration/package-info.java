/** Registration forms, fees, orders with their holds, delegates and tickets. */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "identity",
            "files",
            "conference",
            "forms",
            "communication",
            "payments",
            "fulltext"
        })
package org.plenary.registration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
