/** Tours: excursions, dinners and other events that are sold by the place. */
@NullMarked
package org.plenary.lodging.tour;

import org.jspecify.annotations.NullMarked;
