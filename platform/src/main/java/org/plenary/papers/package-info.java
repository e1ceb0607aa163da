/** Calls for papers, submissions and their import. */
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
            "fulltext"
        })
package org.plenary.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
