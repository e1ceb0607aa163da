/** The further currencies of conferences, and what things cost in them. */
@NullMarked
package org.plenary.registration.currency;

import org.jspecify.annotations.NullMarked;
