/** Forms that organizers build and others fill: their definitions, their versions, and the rules that answers keep. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "files", "conference"})
package org.plenary.forms;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
