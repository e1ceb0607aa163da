/** Who cannot attend, on which days, and why. */
@NullMarked
package org.plenary.registration.absence;

import org.jspecify.annotations.NullMarked;
