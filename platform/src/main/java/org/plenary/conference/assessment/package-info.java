/** What the rules to which a conference keeps say about it: whether it is a major one, and by when it is forecast and filed. */
@NullMarked
package org.plenary.conference.assessment;

import org.jspecify.annotations.NullMarked;
