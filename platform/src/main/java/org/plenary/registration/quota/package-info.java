/** Sizes that several fees and options share, such as the seats of a hall. */
@NullMarked
package org.plenary.registration.quota;

import org.jspecify.annotations.NullMarked;
