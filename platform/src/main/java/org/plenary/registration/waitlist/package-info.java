/** Who waits for what is sold out, and how it is offered to them in turn. */
@NullMarked
package org.plenary.registration.waitlist;

import org.jspecify.annotations.NullMarked;
