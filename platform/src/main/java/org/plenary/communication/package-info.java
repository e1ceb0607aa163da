/** Mails and the documents in them: templates, rendering, delivery and its record. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "identity", "files", "conference", "payments"})
package org.plenary.communication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
