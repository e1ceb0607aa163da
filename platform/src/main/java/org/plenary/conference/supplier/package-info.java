/** Agreements with the suppliers of a conference: what is published depends on their being signed. */
@NullMarked
package org.plenary.conference.supplier;

import org.jspecify.annotations.NullMarked;
