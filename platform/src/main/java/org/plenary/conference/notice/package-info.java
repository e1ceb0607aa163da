/** The registration notice: its sections, who signed them off, and what was published when. */
@NullMarked
package org.plenary.conference.notice;

import org.jspecify.annotations.NullMarked;
