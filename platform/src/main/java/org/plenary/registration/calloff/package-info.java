/** A conference that does not take place: all of its orders end, and the money goes back, by a job. */
@NullMarked
package org.plenary.registration.calloff;

import org.jspecify.annotations.NullMarked;
