/** What delegates may still change after they have registered, until when, and what goes back when they withdraw. */
@NullMarked
package org.plenary.registration.policy;

import org.jspecify.annotations.NullMarked;
