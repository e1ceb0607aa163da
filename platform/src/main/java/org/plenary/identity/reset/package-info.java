/** Setting a new password after the old one was forgotten. */
@NullMarked
package org.plenary.identity.reset;

import org.jspecify.annotations.NullMarked;
