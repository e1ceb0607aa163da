/** The waiting room of an opening day: who comes first is drawn or counted in Redis, and let in at a rate that holds. */
@NullMarked
package org.plenary.registration.rush;

import org.jspecify.annotations.NullMarked;
