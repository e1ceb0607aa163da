/** Tells people that an application waits for them. */
@NullMarked
package org.plenary.communication.approval;

import org.jspecify.annotations.NullMarked;
