/** Operators who look into an organization for a time. */
@NullMarked
package org.plenary.identity.support;

import org.jspecify.annotations.NullMarked;
