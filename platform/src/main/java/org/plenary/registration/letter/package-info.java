/** Letters for delegates, numbered, and verifiable by whoever is shown one. */
@NullMarked
package org.plenary.registration.letter;

import org.jspecify.annotations.NullMarked;
