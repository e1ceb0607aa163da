/** The ways in which a conference is paid. */
@NullMarked
package org.plenary.registration.payway;

import org.jspecify.annotations.NullMarked;
