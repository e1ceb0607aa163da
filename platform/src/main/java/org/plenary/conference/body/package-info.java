/** The bodies of a conference: who decides and who does what, and what each of them may do here. */
@NullMarked
package org.plenary.conference.body;

import org.jspecify.annotations.NullMarked;
