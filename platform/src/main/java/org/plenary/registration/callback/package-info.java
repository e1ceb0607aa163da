/** Shortly before the conference: is everything about somebody's coming settled? */
@NullMarked
package org.plenary.registration.callback;

import org.jspecify.annotations.NullMarked;
