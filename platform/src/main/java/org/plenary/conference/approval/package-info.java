/** Rules that a conference must keep before it may be held: as data, in versions. */
@NullMarked
package org.plenary.conference.approval;

import org.jspecify.annotations.NullMarked;
