/** How many of each scarce thing are there and used up. */
@NullMarked
package org.plenary.registration.stock;

import org.jspecify.annotations.NullMarked;
