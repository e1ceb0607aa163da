/** Groups: one orders and pays for many, whose names come later. */
@NullMarked
package org.plenary.registration.group;

import org.jspecify.annotations.NullMarked;
