/** Partner organizations: outside bodies whose people work for one conference until a day. */
@NullMarked
package org.plenary.conference.partner;

import org.jspecify.annotations.NullMarked;
